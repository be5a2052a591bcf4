/** What a user says of themself, sessions that were ended before their time, and which runs are whose. */
export const sessions = `
alter table users
  add column given_name text,
  add column family_name text,
  add column avatar text;
create index runs_user_id_idx on runs (user_id, project_id);

create table ended_sessions (
  session_id uuid not null,
  -- when its token would have ended by itself: from then on nobody asks for this row
  expires_at timestamptz not null,
  constraint ended_sessions_pkey primary key (session_id)
);
create index ended_sessions_expires_at_idx on ended_sessions (expires_at);
`;
