/** Who users are at an OpenID provider. */
export const identities = `
create table identities (
  issuer text collate "C" not null,
  -- the provider's name for somebody, which never changes and is never given to anybody else
  subject text collate "C" not null,
  user_id uuid not null,
  constraint identities_pkey primary key (issuer, subject),
  constraint identities_user_id_key unique (user_id, issuer),
  constraint identities_user_id_fkey foreign key (user_id) references users on delete cascade
);
`;
