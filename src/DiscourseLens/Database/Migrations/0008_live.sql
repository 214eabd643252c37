-- Live collection: configured sources, their places, the windows they settled, and what is under way.

-- A configured source. run_ms is the instant up to which the run under way collects, over all its slices. Its captures, counts and rejects hang on a row of archive_file, whose sha256 is 'live:' and its name.
create table live_source (
    id integer primary key,
    name text not null unique,
    file_id integer not null unique references archive_file (id),
    kind text not null,
    route text not null,
    legal_basis text not null,
    last_line integer not null default 0,
    run_ms integer,
    stopped text
) strict;

-- One place of a source, read as one. Windows are settled up to next_ms; window_until_ms is set while one is under way,
-- and cursor then says how far it is. community_id null: the place discovers posts and covers no community.
create table live_place (
    id integer primary key,
    live_source_id integer not null references live_source (id),
    name text not null,
    community_id integer references community (id),
    next_ms integer not null,
    window_until_ms integer,
    overlap_ms integer,
    deep_ms integer,
    shown integer not null default 0,
    cursor text,
    memory text,
    unavailable text,
    retry_ms integer,
    worked_ms integer not null default 0,
    check ((window_until_ms is null) = (overlap_ms is null)),
    unique (live_source_id, name)
) strict;

-- What of each stretch of time was collected. Windows of a place and kind neither overlap nor leave holes.
create table live_window (
    place_id integer not null references live_place (id),
    kind text not null check (kind in ('submission', 'comment')),
    from_ms integer not null,
    until_ms integer not null,
    state text not null check (state in ('complete', 'partial', 'truncated', 'failed', 'missing')),
    fraction real not null check (fraction between 0 and 1),
    captured_ms integer,
    expected integer,
    fetched integer not null,
    rejected integer not null,
    reason text,
    primary key (place_id, kind, from_ms),
    check (from_ms < until_ms)
) strict, without rowid;

-- Of the window under way: posts counted in each second, and stretches that could not be had.
create table live_tally (
    place_id integer not null references live_place (id),
    kind text not null check (kind in ('submission', 'comment')),
    second_ms integer not null,
    n integer not null,
    rejected integer not null,
    primary key (place_id, kind, second_ms)
) strict, without rowid;

create table live_gap (
    place_id integer not null references live_place (id),
    kind text not null check (kind in ('submission', 'comment')),
    from_ms integer not null,
    until_ms integer not null,
    state text not null check (state in ('partial', 'truncated', 'failed', 'missing')),
    fraction real not null check (fraction between 0 and 1),
    missed integer,
    reason text not null,
    primary key (place_id, kind, from_ms),
    check (from_ms < until_ms)
) strict, without rowid;

-- Posts counted once by live collection, stored or not: a keyed hash of source and id, from which neither can be read.
create table counted_post (
    key integer primary key
) strict;
