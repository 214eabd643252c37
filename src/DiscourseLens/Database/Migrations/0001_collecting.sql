-- What was collected: sources, communities, items, texts, captures, archive files and their coverage.
-- Times are UTC epoch milliseconds; a day is the millisecond of its midnight; intervals are half-open.

create table study (
    name text primary key,
    value text not null
) strict;

create table run (
    id integer primary key,
    command text not null,
    program text not null,
    started_ms integer not null,
    finished_ms integer,
    outcome text check (outcome in ('done', 'failed'))
) strict;

create table source (
    id integer primary key,
    name text not null unique
) strict;

-- Row 0 is the union of all communities of a source in roll-ups, and "other" in read counts.
create table community (
    id integer primary key,
    source_id integer references source (id),
    name text not null,
    name_key text not null,
    class text not null check (class in ('therapy', 'substance', 'mental-health', 'general')),
    unique (source_id, name_key)
) strict;
insert into community (id, source_id, name, name_key, class) values (0, null, 'all', '*', 'general');

create table author (
    id integer primary key,
    key blob not null unique
) strict;

create table item (
    id integer primary key,
    source_id integer not null references source (id),
    native_id text not null,
    kind text not null check (kind in ('submission', 'comment')),
    community_id integer not null references community (id),
    thread_id text,
    parent_id text,
    author_id integer references author (id),
    author_state text not null check (author_state in ('named', 'deleted', 'absent')),
    bot integer not null check (bot in (0, 1)),
    created_ms integer not null,
    permalink text,
    language text,
    state text not null check (state in ('live', 'deleted by author', 'removed by moderator', 'removed by platform',
        'account gone', 'unknown')),
    captured_ms integer,
    text_hash blob not null,
    unique (source_id, native_id)
) strict;
create index item_created on item (source_id, created_ms);
create index item_thread on item (source_id, thread_id);
create index item_parent on item (source_id, parent_id);
create index item_author on item (author_id);
create index item_community on item (community_id);

create table item_text (
    item_id integer primary key references item (id) on delete cascade,
    text text not null
) strict;

create table archive_file (
    id integer primary key,
    source_id integer not null references source (id),
    name text not null,
    sha256 text not null unique,
    bytes integer not null,
    captured_ms integer,
    first_day_ms integer,
    last_day_ms integer,
    scope text not null,
    late_threads integer not null default 0,
    read integer not null,
    stored integer not null,
    duplicate integer not null,
    out_of_scope integer not null,
    rejected integer not null
) strict;

create table capture (
    file_id integer not null references archive_file (id),
    line integer not null,
    item_id integer not null references item (id) on delete cascade,
    captured_ms integer,
    state text not null,
    score integer,
    replies integer,
    text_hash blob not null,
    primary key (file_id, line)
) strict, without rowid;
create index capture_item on capture (item_id);

create table rejected_line (
    file_id integer not null references archive_file (id),
    line integer not null,
    byte_offset integer not null,
    bytes integer not null,
    sha256 text not null,
    reason text not null,
    primary key (file_id, line)
) strict, without rowid;

-- Posts of which a source said later that they were deleted: never stored again, whatever an older archive holds.
create table gone_item (
    source_id integer not null references source (id),
    native_id text not null,
    primary key (source_id, native_id)
) strict, without rowid;

-- Concepts that an unstored submission names, so that its comments can inherit them. No text.
create table thread_hint (
    source_id integer not null references source (id),
    native_id text not null,
    concepts integer not null,
    primary key (source_id, native_id)
) strict, without rowid;

-- Every post read, stored or not. Community 0 gathers the communities without a stored post.
create table archive_count (
    file_id integer not null references archive_file (id),
    kind text not null check (kind in ('submission', 'comment')),
    community_id integer not null references community (id),
    day_ms integer not null,
    n integer not null,
    captured_ms integer,
    primary key (file_id, kind, community_id, day_ms)
) strict, without rowid;
create index archive_count_community on archive_count (community_id, day_ms);
create index archive_count_day on archive_count (day_ms);

-- What a file says it covers. Where everywhere = 0 it covers only the communities of archive_community.
create table archive_window (
    file_id integer not null references archive_file (id),
    kind text not null check (kind in ('submission', 'comment')),
    from_ms integer not null,
    until_ms integer not null,
    state text not null check (state in ('complete', 'partial', 'truncated', 'failed', 'missing')),
    fraction real not null check (fraction between 0 and 1),
    reason text,
    everywhere integer not null check (everywhere in (0, 1)),
    primary key (file_id, kind, from_ms),
    check (from_ms < until_ms)
) strict, without rowid;

create table archive_community (
    file_id integer not null references archive_file (id),
    community_id integer not null references community (id),
    primary key (file_id, community_id)
) strict, without rowid;

-- The coverage ledger. Of one source, kind and community, windows neither overlap nor leave holes.
-- community_id null means every community of the source.
create table collection_window (
    source_id integer not null references source (id),
    kind text not null check (kind in ('submission', 'comment')),
    community_id integer references community (id),
    from_ms integer not null,
    until_ms integer not null,
    state text not null check (state in ('complete', 'partial', 'truncated', 'failed', 'missing')),
    fraction real not null check (fraction between 0 and 1),
    captured_ms integer,
    expected integer,
    fetched integer,
    rejected integer,
    reason text,
    check (from_ms < until_ms)
) strict;
create unique index collection_window_key on collection_window (source_id, kind, coalesce(community_id, 0), from_ms);

-- Days whose roll-up no longer agrees with items, scores or counts.
create table dirty_day (
    source_id integer not null references source (id),
    day_ms integer not null,
    primary key (source_id, day_ms)
) strict, without rowid;
