/** Addresses that are told of what happens, and what they are still to be told. */
export const webhooks = `
create table webhooks (
  webhook_id uuid not null,
  workspace_id uuid not null,
  name text collate "C" not null,
  description text not null default '',
  url text not null,
  -- names such as prompt_tag.set
  events text[] not null,
  -- encrypted; null: what is sent is not signed
  secret text,
  active boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint webhooks_pkey primary key (webhook_id),
  constraint webhooks_workspace_id_fkey foreign key (workspace_id) references workspaces,
  constraint webhooks_events_check check (cardinality(events) > 0)
);
create index webhooks_workspace_id_idx on webhooks (workspace_id);

-- a row goes when it was delivered or given up
create table webhook_deliveries (
  -- the order in which one hook hears of things
  delivery_no bigint generated always as identity,
  delivery_id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event text not null,
  -- the JSON object that says what happened
  data text not null,
  happened_at timestamptz not null,
  failures smallint not null default 0,
  -- not to be tried before; a server that tries moves it past the time the try can take
  due_at timestamptz not null,
  constraint webhook_deliveries_pkey primary key (delivery_no),
  constraint webhook_deliveries_webhook_id_fkey foreign key (webhook_id) references webhooks on delete cascade
);
create index webhook_deliveries_webhook_id_idx on webhook_deliveries (webhook_id, delivery_no);
`;
