-- What series_author_day holds, packed: one row a day, scorer and target instead of one a day, scorer, target, community and cluster. Whatever
-- is not kept is computed from these. The day's sections follow each other by community, a section's clusters by number (see AuthorPack.cs).
-- The key leads with what a question fixes, so that its days follow each other.
create table author_pack (
    source_id integer not null references source (id),
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    target text not null,
    day_ms integer not null,
    pack blob not null,
    primary key (source_id, gate_id, scorer_id, target, day_ms)
) strict;
create index author_pack_day on author_pack (source_id, day_ms);

-- Sums over a bucket's clusters, from which Estimator makes every estimate. Sums of several sources add up, as an author is of one source.
-- Of a community (quarters and years only, as its others are in series_bucket), of a class (community 0, its name), of all (community 0, no name).
create table series_moment (
    source_id integer not null references source (id),
    grain text not null check (grain in ('day', 'week', 'month', 'quarter', 'year')),
    start_ms integer not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    target text not null,
    community_id integer not null references community (id),
    class text not null,
    n integer not null,
    clusters integer not null,
    authors integer not null,
    value_sum real not null,
    value_squared real not null,
    value_n real not null,
    n_squared real not null,
    favor real not null,
    against real not null,
    neutral real not null,
    primary key (source_id, grain, start_ms, gate_id, scorer_id, target, community_id, class)
) strict, without rowid;

-- read_day summed over the communities of a class.
create table read_class (
    source_id integer not null references source (id),
    class text not null,
    day_ms integer not null,
    n integer not null,
    held integer not null,
    captured_ms integer,
    primary key (source_id, class, day_ms)
) strict, without rowid;
create index read_class_day on read_class (source_id, day_ms);

-- The class under which each community was last rolled up.
create table rolled_class (
    community_id integer primary key references community (id) on delete cascade,
    class text not null
) strict;

-- Sources that were seen to have an author in common, each pair both ways: their sums do not add up.
create table shared_author (
    source_id integer not null references source (id),
    other_id integer not null references source (id),
    primary key (source_id, other_id)
) strict, without rowid;

-- Whether an author wrote in another source is asked for every author of every day.
drop index item_author;
create index item_author on item (author_id, source_id);

-- Quarters and years are kept now.
create table dirty (
    source_id integer not null references source (id),
    grain text not null check (grain in ('day', 'week', 'month', 'quarter', 'year')),
    start_ms integer not null,
    primary key (source_id, grain, start_ms)
) strict, without rowid;
insert into dirty select source_id, grain, start_ms from dirty_bucket;
drop table dirty_bucket;
alter table dirty rename to dirty_bucket;

-- 1 once a roll-up has made all moments.
alter table series_setting add column moments integer not null default 0 check (moments in (0, 1));

-- The next roll-up packs every day.
insert or ignore into dirty_day (source_id, day_ms)
select source_id, day_ms from read_day
union
select source_id, day_ms from series_day;
