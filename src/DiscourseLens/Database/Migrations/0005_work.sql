-- The ledger of work: what is to be done, is being done and was done. It decides what is due; the job engine only runs it.
-- Due work is done in the order of `place`. Claiming an item raises its lease_epoch, and every transaction of a running item
-- commits only while the item still runs under the epoch that was claimed. `attempt` counts failures, not claims.
create table work (
    id integer primary key,
    kind text not null,
    key text not null,
    place text not null,
    state text not null check (state in ('ready', 'running', 'done', 'failed', 'cancelled')),
    attempt integer not null default 0,
    not_before_ms integer not null,
    lease_owner text,
    lease_epoch integer not null default 0,
    lease_expires_ms integer,
    payload text not null,
    result text,
    error text,
    created_ms integer not null,
    updated_ms integer not null,
    check ((state = 'running') = (lease_owner is not null)),
    check ((state = 'running') = (lease_expires_ms is not null)),
    unique (kind, key)
) strict;
create index work_due on work (state, place, id);
