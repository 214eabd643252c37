-- Kept intervals of means took their authors for equally busy: the next roll-up makes all kept estimates again, those by month of conditions and languages with them.

insert or ignore into dirty_bucket (source_id, grain, start_ms)
select distinct source_id, grain, start_ms from series_bucket;
