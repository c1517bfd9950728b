-- Keys are random, so a fast hash is enough: there is nothing to guess. The key itself is shown once and never stored.
create table api_key (
    id uuid primary key,
    name text not null,
    workspace text,
    roles text not null,
    hash text not null unique,
    created timestamptz not null,
    expires timestamptz,
    revoked timestamptz
);
comment on column api_key.workspace is 'slug of the one workspace it is for; null for all';
comment on column api_key.roles is 'comma separated';

create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    caller text not null,
    address text not null,
    workspace text,
    action text not null,
    status integer not null,
    detail text
);
create index audit_entry_workspace on audit_entry (workspace, id desc);

-- Append-only, also for those who hold the service's own connection.
create function audit_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'the audit is append-only'; end $$;
create trigger audit_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_not_truncated before truncate on audit_entry
    for each statement execute function audit_is_append_only();
