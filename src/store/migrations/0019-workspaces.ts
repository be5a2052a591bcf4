/** What administrators say of a workspace. */
export const workspaceFacts = `
alter table workspaces
  -- null: nobody described it
  alter column description drop default,
  alter column description drop not null,
  -- where the artifacts of its new projects go; null: a folder of its own below the installation's root
  add column artifact_root text,
  add column trace_archival_location text,
  add column trace_archival_retention text;
update workspaces set description = null where description = '';
`;
