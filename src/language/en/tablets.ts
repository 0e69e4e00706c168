/** The tablets on a server: who came in as what, what is unsent on them, and letting them stay or turning them away. */
export const tablets = {
  title: 'Tablets on this server',
  open: 'See the tablets',
  lead: 'Every tablet that has joined, and what it last said of itself.',
  leadInvited: 'The tablets that were invited from this one, and what they last said of themselves.',
  list: 'Tablets that are let in',
  gone: 'Turned away',
  none: 'No other tablet has joined yet',
  noneInvited: 'No tablet invited from this one has joined yet',
  noneHint: 'Invite one. Once it has joined it stands here, with how much on it is not on the server yet.',
  invite: 'Invite a tablet',
  again: 'Ask again',
  asking: 'Asking the server',
  only: 'Only the newest 500 tablets are shown.',
  unnamed: 'Tablet without a name',
  own: 'this tablet',
  role: { coordinator: 'Coordinator', trainer: 'Trainer', facilitator: 'Facilitator', viewer: 'Viewer' },
  holdsAll: 'everything',
  holds: '{count, plural, =0 {no session} one {# session} other {# sessions}}',
  seen: 'Last seen {age}.',
  never: 'It has joined and not been seen since.',
  sent: 'Everything on it had been sent.',
  unsent: '{count, plural, one {# item on it was not sent.} other {# items on it were not sent.}}',
  unsentSince:
    '{count, plural, one {# item on it was not sent, written {age}.} other {# items on it were not sent, the oldest written {age}.}}',
  unsaid: 'It has not said yet whether everything on it is sent.',
  invitedBy: 'Invited by “{name}”.',
  until: 'It may stay until {date}.',
  over: 'Its time was over on {date}. It keeps what is on it, and sends it as soon as it may stay longer.',
  revoked: 'Turned away on {date}.',
  version: 'Baraza {version}',
  more: 'More for {name}',
  longer: 'Let it stay 30 more days',
  always: 'Let it stay until it is turned away',
  revoke: 'Turn it away…',
  revokeTitle: 'Turn “{name}” away?',
  revokeWords:
    'From then on it sends and receives nothing. What is on it stays on it, and its people can go on writing. It cannot be let in again as it was: it joins anew, with another code. The code it came by lets nobody in any more.',
  revokeUnsent:
    '{count, plural, one {# item was on it alone when it was last seen. Let it send first where you can.} other {# items were on it alone when it was last seen. Let it send first where you can.}}',
  revokeDo: 'Turn it away',
  revokeNot: 'Leave it',
  doneRevoke: '“{name}” is turned away.',
  doneExtend: '“{name}” may stay longer.',
  failed: {
    away: {
      happened: 'The server does not answer, and only the server knows the tablets.',
      advice: 'Try again when there is a network.',
    },
    notOurServer: {
      happened:
        'Something else answered in place of the server: most often the sign-in page of a hotel’s or an office’s Wi-Fi.',
      advice: 'Open another page in the browser, sign in to the Wi-Fi there, then try again.',
    },
    busy: {
      happened: 'The server has its hands full and asks to wait a little.',
      advice: '{seconds, plural, one {Try again in # second.} other {Try again in # seconds.}}',
    },
    mayNot: {
      happened: 'That is not for this tablet to decide.',
      advice: 'Ask a coordinator to do it.',
    },
    refusedDevice: {
      happened: 'The server does not let this tablet in.',
      advice: '“This tablet” says whom to ask.',
    },
  },
  readOnly: {
    session: 'This tablet only reads here. What you write stays on it, until it is let in to write.',
    gone: 'The server no longer shows this to this tablet. What is here stays, and what you write stays here.',
    programme: 'This tablet only reads this programme. Sessions are added by its trainers and coordinators.',
  },
} as const;
