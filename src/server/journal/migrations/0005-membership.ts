/**
 * Roles by scope, tokens that end and are renewed, and what the list of devices shows. Who gave a scope its first record
 * before there were roles is read from the history; it holds that scope as its founder.
 */
export const membershipColumns = `
-- The token that was given in place of the present one, until it is used for the first time.
alter table devices add column next_token_hash text;
-- Null: before tokens ended. It ends with the first renewal.
alter table devices add column expires_at integer;
alter table devices add column next_expires_at integer;
-- When its time is over, however often it renews. Null: when somebody revokes it.
alter table devices add column ends_at integer;
-- The device whose invitation it came by; null for the set-up link.
alter table devices add column invited_by text;
-- What the device last said of itself: records that the server has not confirmed, and when the oldest was written.
alter table devices add column unsent integer;
alter table devices add column oldest_unsent_at integer;
create unique index devices_by_next_token on devices (next_token_hash) where next_token_hash is not null;
create index devices_by_inviter on devices (invited_by);
update devices set invited_by = (select created_by from invites where code_hash = devices.invite);

-- How long who joins by it may stay, in days. Null: until somebody revokes it.
alter table invites add column access_days integer;

-- By what a device holds the scope: viewer, facilitator, trainer or founder.
alter table grants add column role text not null default 'facilitator';
update grants set role = 'founder' where exists
  (select 1 from history where history.scope = grants.scope and history.device = grants.device and number = 1);
`;
