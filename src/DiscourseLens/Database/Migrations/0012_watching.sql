-- Watching what comes: places that bring unusually few or many posts, and listings that fill up before the next run.

-- When a source should run before its schedule, since a listing of it is half full by then; null where nothing presses.
alter table live_source add column tight_ms integer;

-- Posts an hour that a place brings, at most, as its last windows had it; entries that its listing is sure to show; days judged so far.
alter table live_place add column hourly real;
alter table live_place add column capacity integer;
alter table live_place add column judged_ms integer;

-- Days on which a place brought too few or too many posts for its own history. An alarm lasts until a day is as usual again.
create table volume_alarm (
    place_id integer not null references live_place (id),
    day_ms integer not null,
    direction text not null check (direction in ('low', 'high')),
    n integer not null,
    usual real not null,
    raised_ms integer not null,
    ended_day_ms integer,
    primary key (place_id, day_ms)
) strict, without rowid;
