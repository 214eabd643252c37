-- The contract with analysts. Times are ISO-8601 text in UTC with Z; `end` is exclusive.

create index community_name on community (name);

create table series_measure (
    kind text not null,
    measure text not null,
    mark text,
    primary key (kind, measure)
) strict, without rowid;
insert into series_measure (kind, measure, mark) values
    ('relevance', 'volume', null),
    ('relevance', 'share', null),
    ('sentiment', 'sentiment', null),
    ('stance', 'favor', 'uncorrected: not for publication'),
    ('stance', 'against', 'uncorrected: not for publication'),
    ('stance', 'neutral', 'uncorrected: not for publication'),
    ('stance', 'net', 'uncorrected: not for publication');

-- Behind trend_day, trend_week and trend_month: every bucket of every series of the current scorers.
-- `cross join` fixes the order of the loops, so that a community, target or measure asked for is found by key.
-- Coverage is summed over spans in whole parts per million, just as the trend reader does it.
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
                        and bef.from_day_ms <= cal.start_ms), cal.start_ms)), 0) as covered,
        exists (
            select 1 from read_day rea
            where rea.source_id = ran.source_id and rea.community_id = ran.community_id
                and rea.day_ms >= cal.start_ms and rea.day_ms < cal.end_ms) as held,
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

create view trend_day as
select start, "end", source, community, target, scorer, measure, state, n, authors, value, low, high, mark, suppressed,
    coverage
from trend_bucket
where grain = 'day';

create view trend_week as
select start, "end", source, community, target, scorer, measure, state, n, authors, value, low, high, mark, suppressed,
    coverage
from trend_bucket
where grain = 'week';

create view trend_month as
select start, "end", source, community, target, scorer, measure, state, n, authors, value, low, high, mark, suppressed,
    coverage
from trend_bucket
where grain = 'month';

-- Posts with their text and scores under the current scorers. It has no author column, and gets none.
create view post as
select
    src.name as source,
    ite.native_id as id,
    ite.kind as kind,
    com.name as community,
    com.class as class,
    ite.thread_id as thread,
    ite.parent_id as parent,
    strftime('%Y-%m-%dT%H:%M:%SZ', ite.created_ms / 1000, 'unixepoch') as created,
    strftime('%Y-%m-%dT%H:%M:%SZ', ite.captured_ms / 1000, 'unixepoch') as captured,
    ite.state as state,
    ite.language as language,
    uns.reason as unscored,
    tex.text as text,
    rel.relevant as relevant,
    rel.probability as relevance_probability,
    rel.rule as rule,
    rel.path as path,
    sen.compound as compound,
    sen.negative as negative,
    sen.neutral as neutral,
    sen.positive as positive,
    sta.label as stance,
    sta.favor as favor,
    sta.against as against,
    case
        when src.name = 'reddit' and ite.permalink like '/%' then 'https://www.reddit.com' || ite.permalink
        when ite.permalink is not null then ite.permalink
        when src.name = 'reddit' and ite.kind = 'submission' then
            'https://www.reddit.com/comments/'
            || case when ite.native_id like 't_\_%' escape '\' then substr(ite.native_id, 4) else ite.native_id end || '/'
        when src.name = 'reddit' and ite.thread_id is not null then
            'https://www.reddit.com/comments/'
            || case when ite.thread_id like 't_\_%' escape '\' then substr(ite.thread_id, 4) else ite.thread_id end || '/_/'
            || case when ite.native_id like 't_\_%' escape '\' then substr(ite.native_id, 4) else ite.native_id end || '/'
    end as permalink
from item ite
join source src on src.id = ite.source_id
join community com on com.id = ite.community_id
left join item_text tex on tex.item_id = ite.id
left join unscored uns on uns.item_id = ite.id
left join relevance_score rel on rel.item_id = ite.id and rel.target = 'all'
    and rel.scorer_id = (select id from scorer where kind = 'relevance' and current = 1)
left join sentiment_score sen on sen.item_id = ite.id and sen.target = 'all'
    and sen.scorer_id = (select id from scorer where kind = 'sentiment' and current = 1)
left join stance_score sta on sta.item_id = ite.id and sta.target = 'all'
    and sta.scorer_id = (select id from scorer where kind = 'stance' and current = 1);

-- The coverage ledger. Community 'all' means every community of the source.
create view coverage as
select
    src.name as source,
    coalesce(com.name, 'all') as community,
    win.kind as kind,
    strftime('%Y-%m-%dT%H:%M:%SZ', win.from_ms / 1000, 'unixepoch') as start,
    strftime('%Y-%m-%dT%H:%M:%SZ', win.until_ms / 1000, 'unixepoch') as "end",
    win.state as state,
    win.fraction as fraction,
    win.expected as expected,
    win.fetched as fetched,
    win.rejected as rejected,
    win.reason as reason
from collection_window win
join source src on src.id = win.source_id
left join community com on com.id = win.community_id;

-- Lines that could not be read. The text itself is never kept.
create view rejected as
select
    src.name as source,
    fil.name as file,
    rej.line as line,
    rej.byte_offset as byte_offset,
    rej.bytes as bytes,
    rej.reason as reason
from rejected_line rej
join archive_file fil on fil.id = rej.file_id
join source src on src.id = fil.source_id;
