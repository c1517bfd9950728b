-- Tables that users created. The descriptor has the form of the built-in ones; the slug is the name in index names.
create table custom_table (
    workspace uuid not null references workspace (id),
    slug text not null check (slug ~ '^[a-z][a-z0-9_]{0,62}$'),
    name text not null,
    descriptor jsonb not null,
    version int not null,
    changed timestamptz not null default now(),
    primary key (workspace, slug)
);
