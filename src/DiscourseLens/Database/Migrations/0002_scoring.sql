-- Scores, each under the version of the scorer that gave it.

create table scorer (
    id integer primary key,
    kind text not null check (kind in ('sentiment', 'relevance', 'stance')),
    name text not null,
    version text not null,
    hash text not null,
    first_used_ms integer not null,
    current integer not null check (current in (0, 1)),
    unique (kind, name, version, hash)
) strict;

create table unscored (
    item_id integer primary key references item (id) on delete cascade,
    reason text not null check (reason in ('empty', 'deleted', 'removed', 'bot', 'language'))
) strict;

create table sentiment_score (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    target text not null,
    negative real not null,
    neutral real not null,
    positive real not null,
    compound real not null,
    primary key (item_id, scorer_id, target)
) strict, without rowid;

create table relevance_score (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    target text not null,
    relevant integer not null check (relevant in (0, 1)),
    probability real not null check (probability between 0 and 1),
    rule text not null,
    path text not null,
    primary key (item_id, scorer_id, target)
) strict, without rowid;

create table stance_score (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    target text not null,
    label text not null check (label in ('FAVOR', 'AGAINST', 'NEUTRAL', 'UNRELATED')),
    favor real not null,
    against real not null,
    neutral real not null,
    unrelated real not null,
    primary key (item_id, scorer_id, target)
) strict, without rowid;

-- Where in its text (UTF-16 units) an item names a concept.
create table mention (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    concept text not null,
    start integer not null,
    length integer not null,
    term text not null,
    primary key (item_id, scorer_id, concept, start)
) strict, without rowid;
