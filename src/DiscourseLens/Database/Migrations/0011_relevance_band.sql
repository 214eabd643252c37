-- What the probability of being relevant leads to; null in rows of scorer versions that had no bands.

alter table relevance_score add column band text check (band in ('auto-in', 'to-be-coded', 'auto-out'));

drop view post;

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
    rel.band as band,
    sen.compound as compound,
    sen.negative as negative,
    sen.neutral as neutral,
    sen.positive as positive,
    sen.prose_compound as prose_compound,
    sen.sentence_mean as sentence_mean,
    sen.positive_share as positive_share,
    sen.negative_share as negative_share,
    sen.window_compound as window_compound,
    sen.masked_compound as masked_compound,
    sen.tokens as tokens,
    sen.sentences as sentences,
    sen.saturated as saturated,
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
