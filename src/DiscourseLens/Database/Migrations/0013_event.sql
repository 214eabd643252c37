-- Dated events of the field: shipped with the program, from the study's own file, or added by hand.
-- An id stands once: what was added by hand goes before the file, the file before what ships.

create table event (
    id text primary key,
    day_ms integer not null,
    title text not null,
    place text not null,
    targets text not null,
    kind text not null,
    url text not null,
    origin text not null check (origin in ('shipped', 'file', 'added'))
) strict, without rowid;
create index event_by_day on event (day_ms);

create view dated_event as
select
    id,
    strftime('%Y-%m-%d', day_ms / 1000, 'unixepoch') as day,
    title,
    place,
    targets,
    kind,
    url,
    origin
from event;
