/** Transfers of histories: what is moved from where to where, what became of every item, and what comparing found. */
export const transfers = `
create table transfers (
  transfer_id uuid not null,
  direction text collate "C" not null,
  source_address text not null,
  source_identity text collate "C" not null,
  sink_address text not null,
  sink_identity text collate "C" not null,
  selection jsonb not null,
  state text collate "C" not null,
  progress jsonb not null default '{}',
  plan jsonb,
  outcome jsonb,
  failure text,
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  heard_at timestamptz,
  cancelled_at timestamptz,
  constraint transfers_pkey primary key (transfer_id),
  constraint transfers_direction_check check (direction in ('import', 'export')),
  constraint transfers_state_check check (
    state in ('planned', 'running', 'copied', 'verifying', 'same', 'differs', 'unclear', 'broken_off', 'rolling_back', 'rolled_back')
  )
);
create index transfers_sides_idx on transfers (source_identity, sink_identity, created_at);

create table transfer_items (
  transfer_id uuid not null,
  kind text collate "C" not null,
  source_id text collate "C" not null,
  target_id text collate "C",
  state text collate "C" not null,
  is_new boolean not null default false,
  content_hash bytea,
  mark text collate "C",
  points bigint not null default 0,
  lines bigint not null default 0,
  plots bigint not null default 0,
  files bigint not null default 0,
  bytes bigint not null default 0,
  reason text,
  note text,
  changed_at timestamptz not null,
  constraint transfer_items_pkey primary key (transfer_id, kind, source_id),
  constraint transfer_items_transfer_id_fkey foreign key (transfer_id) references transfers (transfer_id) on delete cascade,
  constraint transfer_items_state_check check (state in ('written', 'done', 'rejected', 'removed'))
);
create index transfer_items_source_idx on transfer_items (source_id) where target_id <> source_id;
create index transfer_items_target_idx on transfer_items (target_id);
create index transfer_items_state_idx on transfer_items (transfer_id, state, kind) where state <> 'done';

create table transfer_findings (
  transfer_id uuid not null,
  finding_no bigint generated always as identity,
  phase text collate "C" not null,
  kind text collate "C" not null,
  source_id text collate "C" not null,
  part text,
  symbol text collate "C" not null,
  detail text not null,
  constraint transfer_findings_pkey primary key (transfer_id, finding_no),
  constraint transfer_findings_transfer_id_fkey foreign key (transfer_id) references transfers (transfer_id) on delete cascade,
  constraint transfer_findings_phase_check check (phase in ('copy', 'verify', 'rollback')),
  constraint transfer_findings_symbol_check check (symbol in ('=', '-', '+', '*', '!'))
);
`;
