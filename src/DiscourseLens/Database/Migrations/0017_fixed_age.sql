-- How many relevant posts of a day were looked at at a fixed age, whatever was found: what a series as of that age can know.
-- facet_id is the age.
create table looked_day (
    source_id integer not null references source (id),
    day_ms integer not null,
    facet_id integer not null references facet (id),
    gate_id integer not null references scorer (id),
    target text not null,
    community_id integer not null references community (id),
    n integer not null,
    primary key (source_id, day_ms, facet_id, gate_id, target, community_id)
) strict, without rowid;
