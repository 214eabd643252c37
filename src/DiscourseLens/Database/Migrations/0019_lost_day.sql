-- Posts that only earlier versions of a kind of scorer measured, as their texts expired before the one in use came: what a series of the
-- version in use cannot know. scored is how many any version measured. Only days with such posts have rows; community 0 sums all.
create table lost_day (
    source_id integer not null references source (id),
    day_ms integer not null,
    kind text not null check (kind in ('relevance', 'sentiment', 'stance')),
    community_id integer not null references community (id),
    n integer not null,
    scored integer not null,
    primary key (source_id, day_ms, kind, community_id)
) strict, without rowid;

insert or ignore into dirty_day (source_id, day_ms)
select ite.source_id, ite.created_ms - ((ite.created_ms % 86400000) + 86400000) % 86400000
from expired_text exp
join item ite on ite.id = exp.item_id;

-- Behind trend_day, trend_week and trend_month: every bucket of every series of the current scorers.
-- `cross join` fixes the order of the loops, so that a community, target or measure asked for is found by key.
-- Coverage is summed over spans in whole parts per million, just as the trend reader does it.
-- What is lost is not covered.
drop view trend_bucket;
create view trend_bucket as
select
    grain, start, "end", source, community, target, scorer, measure,
    case
        when covered = 0 and not held then 'missing'
        when covered < 1000000 * days then 'partial'
        when young_read or young_empty then 'provisional'
        when n = 0 then 'zero'
        else 'observed'
    end as state,
    n,
    authors,
    case when n > 0 then value when measure = 'volume' and (covered > 0 or held) then 0.0 end as value,
    low,
    high,
    mark,
    (n > 0 and (n < min_posts or authors < min_authors)) as suppressed,
    case covered when 0 then 0.0 else max(1, covered / days) / 1e6 end as coverage
from (
    select
        cal.grain as grain,
        cal.start as start,
        cal."end" as "end",
        (cal.end_ms - cal.start_ms) / 86400000 as days,
        src.name as source,
        com.name as community,
        ser.target as target,
        sco.name || '/' || sco.version || '/' || substr(sco.hash, 1, 8) as scorer,
        mea.measure as measure,
        mea.mark as mark,
        opt.min_posts as min_posts,
        opt.min_authors as min_authors,
        coalesce(buc.n, 0) as n,
        coalesce(buc.authors, 0) as authors,
        buc.value as value,
        buc.low as low,
        buc.high as high,
        coalesce((
            select sum(spa.coverage_ppm
                * ((min(spa.until_day_ms, cal.end_ms) - max(spa.from_day_ms, cal.start_ms)) / 86400000))
            from coverage_span spa
            where spa.source_id = ran.source_id and spa.community_id is ran.spans_of
                and spa.from_day_ms < cal.end_ms and spa.until_day_ms > cal.start_ms
                and spa.from_day_ms >= coalesce((
                    select max(bef.from_day_ms) from coverage_span bef
                    where bef.source_id = ran.source_id and bef.community_id is ran.spans_of
                        and bef.from_day_ms <= cal.start_ms), cal.start_ms)), 0) - coalesce((
            select sum(spa.coverage_ppm * los.n / los.scored)
            from lost_day los
            cross join coverage_span spa on spa.source_id = los.source_id and spa.community_id is ran.spans_of
                and spa.from_day_ms <= los.day_ms and spa.until_day_ms > los.day_ms
            where los.source_id = ran.source_id and los.community_id = ran.community_id and los.kind = sco.kind
                and los.day_ms >= cal.start_ms and los.day_ms < cal.end_ms), 0) as covered,
        exists (
            select 1 from read_day rea
            where rea.source_id = ran.source_id and rea.community_id = ran.community_id
                and rea.day_ms >= cal.start_ms and rea.day_ms < cal.end_ms
                and not exists (
                    select 1 from lost_day los
                    where los.source_id = rea.source_id and los.day_ms = rea.day_ms and los.kind = sco.kind
                        and los.community_id = rea.community_id and los.n >= rea.held)) as held,
        -- a day with posts whose last capture came too soon after the day's end
        exists (
            select 1 from read_day rea
            where rea.source_id = ran.source_id and rea.community_id = ran.community_id
                and rea.day_ms >= cal.start_ms and rea.day_ms < cal.end_ms
                and rea.captured_ms < rea.day_ms + 86400000 * (1 + opt.provisional_days)) as young_read,
        -- a day without posts (or without a known capture) whose window was last looked at too soon
        exists (
            select 1
            from coverage_span spa
            cross join calendar day
            where spa.source_id = ran.source_id and spa.community_id is ran.spans_of
                and spa.from_day_ms < cal.end_ms and spa.until_day_ms > cal.start_ms
                and spa.from_day_ms >= coalesce((
                    select max(bef.from_day_ms) from coverage_span bef
                    where bef.source_id = ran.source_id and bef.community_id is ran.spans_of
                        and bef.from_day_ms <= cal.start_ms), cal.start_ms)
                and spa.captured_ms < min(spa.until_day_ms, cal.end_ms) + 86400000 * opt.provisional_days
                and day.grain = 'day'
                and day.start_ms >= max(spa.from_day_ms, cal.start_ms)
                and day.start_ms < min(spa.until_day_ms, cal.end_ms)
                and spa.captured_ms < day.end_ms + 86400000 * opt.provisional_days
                and not exists (
                    select 1 from read_day rea
                    where rea.source_id = ran.source_id and rea.community_id = ran.community_id
                        and rea.day_ms = day.start_ms and rea.captured_ms is not null)) as young_empty
    from series_setting opt
    cross join source src
    cross join community com
    cross join community_range ran on ran.source_id = src.id and ran.community_id = com.id
    cross join series ser on ser.source_id = src.id and ser.community_id = com.id
    cross join scorer gat on gat.id = ser.gate_id and gat.current = 1
    cross join scorer sco on sco.id = ser.scorer_id and sco.current = 1
    cross join series_measure mea on mea.kind = sco.kind
    cross join calendar cal on cal.start_ms < ran.until_day_ms and cal.end_ms > ran.from_day_ms
    left join series_bucket buc on buc.source_id = src.id and buc.community_id = com.id and buc.target = ser.target
        and buc.gate_id = ser.gate_id and buc.scorer_id = ser.scorer_id and buc.measure = mea.measure
        and buc.grain = cal.grain and buc.start_ms = cal.start_ms
);
