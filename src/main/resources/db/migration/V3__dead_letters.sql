-- Events that could not become rows, as they came, until somebody replays or deletes them.
create table dead_letter (
    id bigint generated always as identity primary key,
    workspace uuid not null references workspace (id),
    received timestamptz not null default now(),
    connector text not null,
    table_name text,
    tenant text,
    reason text not null,
    record bigint not null,
    line bigint not null,
    byte_offset bigint not null,
    -- what tells the event apart where it has no identity of its own; kept so that a replay gets the id it would have had
    source_position text not null,
    event bytea not null,
    replays int not null default 0
);

create index dead_letter_by_workspace on dead_letter (workspace, id);
