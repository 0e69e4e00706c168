/** Roles by scope, tokens that end, and the list of devices, as in `../0005-membership.ts`. */
export const membershipColumns = `
alter table devices
  add column next_token_hash text unique,
  add column expires_at bigint,
  add column next_expires_at bigint,
  add column ends_at bigint,
  add column invited_by text collate "C",
  add column unsent integer,
  add column oldest_unsent_at bigint;
create index devices_by_inviter on devices (invited_by);
update devices set invited_by = (select created_by from invites where code_hash = devices.invite);

alter table invites add column access_days integer;

alter table grants add column role text not null default 'facilitator';
update grants set role = 'founder' where exists
  (select 1 from history where history.scope = grants.scope and history.device = grants.device and number = 1);
`;
