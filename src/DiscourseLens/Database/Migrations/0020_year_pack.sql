-- What each cluster of a source said in a year, over all communities, packed as a day is: two years are compared by walking through two of
-- these. Not of stance, of which no difference is tested.
create table year_pack (
    source_id integer not null references source (id),
    start_ms integer not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    target text not null,
    pack blob not null,
    primary key (source_id, start_ms, gate_id, scorer_id, target)
) strict;

-- The next roll-up makes them.
insert or ignore into dirty_bucket (source_id, grain, start_ms)
select distinct source_id, grain, start_ms from series_moment where grain = 'year';
