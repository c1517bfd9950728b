-- The sample data of the first start: begun once, so that a start that was cut short goes on with the same events.
create table sample_data (
    workspace uuid primary key references workspace (id),
    ends timestamptz not null,
    done timestamptz
);
