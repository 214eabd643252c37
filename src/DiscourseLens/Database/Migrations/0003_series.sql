-- Daily sums that add up to any week, month, year and union of communities.
-- gate_id is the relevance scorer that chose the posts, scorer_id the scorer of the measure (the gate itself for volume).

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
    primary key (source_id, community_id, target, gate_id, scorer_id, day_ms)
) strict, without rowid;
create index series_day_day on series_day (source_id, day_ms);

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
    primary key (source_id, community_id, target, gate_id, scorer_id, day_ms, cluster_id)
) strict, without rowid;
create index series_author_day_day on series_author_day (source_id, day_ms);
