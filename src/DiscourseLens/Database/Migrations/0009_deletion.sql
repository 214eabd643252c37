-- Deleting: what was purged, what must never come back, copies of the store, and second visits.

-- A purge in numbers. cleared_ms is set once the file was rewritten, its log is empty and every backup is clean.
create table purge_receipt (
    id integer primary key,
    at_ms integer not null,
    reason text not null,
    items integer not null,
    texts integer not null,
    authors integer not null,
    captures integer not null,
    scores integer not null,
    mentions integer not null,
    cleared_ms integer
) strict;
create index purge_receipt_waiting on purge_receipt (id) where cleared_ms is null;

-- Authors and sources that were forgotten by hand: nothing of theirs is stored again.
create table forgotten_author (
    key blob primary key
) strict, without rowid;

create table forgotten_source (
    source_id integer primary key references source (id),
    at_ms integer not null
) strict;

-- Items whose text reached the end of its retention. Their scores stay and are not taken again.
create table expired_text (
    item_id integer primary key references item (id) on delete cascade
) strict;

create table backup (
    id integer primary key,
    path text not null unique,
    made_ms integer not null
) strict;

-- When an item was looked at again, when it is due next, and when for a fixed age. absent_ms: when its source was last seen not to show it.
create table revisit (
    item_id integer primary key references item (id) on delete cascade,
    source_id integer not null references source (id),
    visited_ms integer,
    due_ms integer not null,
    fixed_ms integer,
    absences integer not null default 0,
    absent_ms integer
) strict;
create index revisit_due on revisit (source_id, due_ms);
create index revisit_fixed on revisit (source_id, fixed_ms) where fixed_ms is not null;
create index revisit_item on revisit (source_id, item_id);

-- The fixed age for which a second visit was paid; null for any other sighting.
alter table capture add column fixed_age_ms integer;

-- How far the check for deletions has come, per source.
create view deletion_check as
select
    src.name as source,
    count(*) as posts,
    sum(rev.visited_ms is null) as unchecked,
    sum(rev.item_id is null) as uncheckable,
    strftime('%Y-%m-%dT%H:%M:%SZ', min(coalesce(rev.visited_ms, ite.captured_ms, ite.created_ms)) / 1000, 'unixepoch') as oldest_look
from item ite
join source src on src.id = ite.source_id
left join revisit rev on rev.item_id = ite.id
group by src.id;
