-- Stance scorers that are asked rather than computed: what they will not answer, and what asking costs.

create table stance_missing (
    item_id integer not null references item (id) on delete cascade,
    scorer_id integer not null references scorer (id),
    target text not null,
    reason text not null check (reason in ('refused', 'invalid')),
    primary key (item_id, scorer_id, target)
) strict, without rowid;

create table model_usage (
    scorer_id integer not null references scorer (id),
    day_ms integer not null,
    requests integer not null,
    input_tokens integer not null,
    output_tokens integer not null,
    cost_micros integer not null,
    primary key (scorer_id, day_ms)
) strict, without rowid;
