-- Series of a part of the posts: of those that name a condition, or are in a language.

-- The conditions that a relevant post names, apart from the places where it does: those go with its text, these stay with
-- its scores. Of posts scored before this table was, the next roll-up reads them from the places.
create table item_condition (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    condition text not null,
    primary key (item_id, scorer_id, condition)
) strict, without rowid;

-- Which terms of the lexicon name which condition; written by the roll-up from the list that ships.
create table condition_term (
    term text not null,
    condition text not null,
    primary key (term, condition)
) strict, without rowid;

-- held: whether the store has posts of it. A row stays when its posts go.
create table facet (
    id integer primary key,
    kind text not null check (kind in ('condition', 'language', 'age')),
    value text not null,
    held integer not null default 0 check (held in (0, 1)),
    unique (kind, value)
) strict;

-- As series_author_day, of a facet's posts, under the scorers in use.
create table series_author_day_by (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    facet_id integer not null references facet (id),
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
    primary key (source_id, day_ms, facet_id, gate_id, scorer_id, target, community_id, cluster_id)
) strict, without rowid;

-- Estimates a month, only where n > 0. Community 0 is the union. A share has no row: posts read are not counted by facet.
create table series_month_by (
    source_id integer not null references source (id),
    community_id integer not null references community (id),
    facet_id integer not null references facet (id),
    target text not null,
    gate_id integer not null references scorer (id),
    scorer_id integer not null references scorer (id),
    measure text not null check (measure in ('volume', 'sentiment', 'favor', 'against', 'neutral', 'net')),
    start_ms integer not null,
    n integer not null,
    authors integer not null,
    value real,
    low real,
    high real,
    primary key (source_id, start_ms, facet_id, gate_id, scorer_id, measure, target, community_id)
) strict, without rowid;

-- Which kinds of facets are kept, and by which list of terms; begins with 'making' until the first roll-up of them is done.
alter table series_setting add column facets text not null default '';

-- As trend_month, of the posts that name a condition or are in a language. States are those of the whole month: a month
-- without such posts is zero.
create view trend_month_by as
select
    start, "end", source, community, filter, filter_value, target, scorer, measure,
    case when state in ('zero', 'observed') then iif(n > 0, 'observed', 'zero') else state end as state,
    n, authors,
    case when n > 0 then value when measure = 'volume' and state <> 'missing' then 0.0 end as value,
    low, high, mark,
    (n > 0 and (n < min_posts or authors < min_authors)) as suppressed,
    coverage
from (
    select
        tre.start as start,
        tre."end" as "end",
        tre.source as source,
        tre.community as community,
        fac.kind as filter,
        fac.value as filter_value,
        tre.target as target,
        tre.scorer as scorer,
        tre.measure as measure,
        tre.state as state,
        coalesce(mon.n, 0) as n,
        coalesce(mon.authors, 0) as authors,
        mon.value as value,
        mon.low as low,
        mon.high as high,
        tre.mark as mark,
        tre.coverage as coverage,
        opt.min_posts as min_posts,
        opt.min_authors as min_authors
    from trend_bucket tre
    cross join series_setting opt
    cross join facet fac on fac.held = 1 and fac.kind in ('condition', 'language')
    join source src on src.name = tre.source
    join community com on com.name = tre.community and (com.source_id = src.id or com.id = 0)
    join calendar cal on cal.grain = 'month' and cal.start = tre.start
    left join series_month_by mon on mon.source_id = src.id and mon.start_ms = cal.start_ms and mon.facet_id = fac.id
        and mon.gate_id = (select id from scorer where kind = 'relevance' and current = 1)
        and mon.scorer_id = (
            select sco.id from scorer sco join series_measure mea on mea.kind = sco.kind
            where sco.current = 1 and mea.measure = tre.measure)
        and mon.measure = tre.measure and mon.target = tre.target and mon.community_id = com.id
    where tre.grain = 'month' and tre.measure <> 'share'
        -- what is not in English, or undecided, has neither sentiment nor stance
        and (tre.measure = 'volume' or fac.kind <> 'language' or fac.value in ('en', 'und'))
);
