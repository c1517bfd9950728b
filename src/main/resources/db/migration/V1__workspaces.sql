-- Everything belongs to a workspace; "default" is the one that is there from the first day.
create table workspace (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9-]{1,63}$'),
    created timestamptz not null default now()
);

insert into workspace (id, slug) values ('00000000-0000-0000-0000-000000000001', 'default');
