-- Daily sums that add up to any week, month, year and union of communities.
-- gate_id is the relevance scorer that chose the posts, scorer_id the scorer of the measure (the gate itself for volume).
-- Keys lead with time: a day's rows lie together, so that rolling up a day touches few pages of a large store.

create table series_day (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    target text not null,
    day_ms integer not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    n integer not null,
    value_sum real not null,
    favor real not null,
    against real not null,
    neutral real not null,
    primary key (source_id, day_ms, gate_id, scorer_id, target, community_id)
) strict, without rowid;

-- The same sums per cluster: an author's id, or minus the item's id where the author is deleted or absent.
create table series_author_day (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    target text not null,
    day_ms integer not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    cluster_id integer not null,
    n integer not null,
    value_sum real not null,
    favor real not null,
    against real not null,
    neutral real not null,
    primary key (source_id, day_ms, gate_id, scorer_id, target, community_id, cluster_id)
) strict, without rowid;

create index archive_count_by_day on archive_count (day_ms);

-- What was read and held a day: of each kind the larger count where several files hold it, summed over kinds.
-- Community 0 is the union of the source, "other" included.
create table read_day (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    day_ms integer not null,
    n integer not null,
    held integer not null,
    captured_ms integer,
    primary key (source_id, community_id, day_ms)
) strict, without rowid;
create index read_day_day on read_day (source_id, day_ms);

-- Runs of equally covered days, made from collection_window. Uncovered days have no span.
-- community_id null: every community without windows of its own; 0: the union of the wanted communities.
-- Parts per million, since whole numbers add up to the same coverage in every order.
create table coverage_span (
    source_id integer not null references source (id),
    community_id integer references community (id),
    from_day_ms integer not null,
    until_day_ms integer not null,
    coverage_ppm integer not null check (coverage_ppm between 1 and 1000000),
    captured_ms integer,
    check (from_day_ms < until_day_ms)
) strict;
create index coverage_span_key on coverage_span (source_id, community_id, from_day_ms);

-- First and last day a community is covered or holds posts; spans_of is the community_id of its spans.
create table community_range (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    spans_of integer,
    from_day_ms integer not null,
    until_day_ms integer not null,
    primary key (source_id, community_id)
) strict, without rowid;

-- The series there are: those with rows in series_day (day_rows of them; of the union, of all communities), and
-- target 'all' wherever something is covered or held.
create table series (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    target text not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    day_rows integer not null,
    primary key (source_id, community_id, target, gate_id, scorer_id)
) strict, without rowid;

-- Estimates a day, ISO week and month, only where n > 0. Community 0 is the union.
create table series_bucket (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    target text not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    measure text not null check (measure in ('volume', 'share', 'sentiment', 'favor', 'against', 'neutral', 'net')),
    grain text not null check (grain in ('day', 'week', 'month')),
    start_ms integer not null,
    end_ms integer not null,
    n integer not null,
    authors integer not null,
    value real,
    low real,
    high real,
    primary key (source_id, grain, start_ms, gate_id, scorer_id, measure, target, community_id)
) strict, without rowid;

-- Buckets whose estimates no longer agree with the daily sums.
create table dirty_bucket (
    source_id integer not null references source (id),
    grain text not null check (grain in ('day', 'week', 'month')),
    start_ms integer not null,
    primary key (source_id, grain, start_ms)
) strict, without rowid;

-- Every bucket of every whole year that holds a covered or held day, with its edges as text.
create table calendar (
    grain text not null check (grain in ('day', 'week', 'month')),
    start_ms integer not null,
    end_ms integer not null,
    start text not null,
    "end" text not null,
    primary key (grain, start_ms)
) strict, without rowid;

-- The limits that the views use, and the scorers that were last rolled up.
create table series_setting (
    id integer primary key check (id = 1),
    provisional_days integer not null,
    min_posts integer not null,
    min_authors integer not null,
    scorers text not null
) strict;
insert into series_setting (id, provisional_days, min_posts, min_authors, scorers) values (1, 7, 10, 5, '');
