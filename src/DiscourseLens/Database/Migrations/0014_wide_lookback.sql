-- When a place's listing was last read again as far back as it shows, for posts that were approved late and days without posts.
alter table live_place add column wide_ms integer;
