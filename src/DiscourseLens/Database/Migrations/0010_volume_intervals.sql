-- Kept volumes and shares had no interval: the next roll-up makes all kept estimates again.

insert or ignore into dirty_bucket (source_id, grain, start_ms)
select distinct source_id, grain, start_ms from series_bucket;
