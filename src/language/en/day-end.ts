/** The check at the end of a day: what is safe, and what is not yet. */
export const dayEnd = {
  example: {
    figures: 'An example, on this tablet only',
    never:
      'Nothing of it, and nothing written in it, is ever sent to a server. To keep what you wrote, make a file of it.',
    rest: 'Check everything else',
  },
  title: 'Is everything safe?',
  nothing: 'Nothing has been written on this tablet yet.',
  figures: '{items, plural, one {# item} other {# items}}, {safe, number} safe, {atRisk, number} at risk',
  confirmed: 'The server has confirmed every one of them.',
  onTablet:
    '{count, plural, one {# has not been sent from this tablet. It was written {age}.} other {# have not been sent from this tablet. The oldest was written {age}.}}',
  onTabletNoAge:
    '{count, plural, one {# has not been sent from this tablet.} other {# have not been sent from this tablet.}}',
  noServer:
    'If this tablet is lost or broken, what no file holds is lost with it. Join a server, or make a backup file.',
  backedUp:
    'The backup made on {date} holds all of them. Keep that file somewhere else than on this tablet, or join a server.',
  backup: 'Make a backup file',
  join: 'Join a server',
  needLook:
    '{count, plural, one {The server did not take #.} other {The server did not take #.}} Nothing of it is lost.',
  look: 'See what needs a look',
  earlier:
    '{count, plural, one {# was written before this tablet joined, and waits until you say that it may go.} other {# were written before this tablet joined, and wait until you say that they may go.}}',
  forbidden:
    '{count, plural, one {# belongs to something this tablet may not write to at present. It stays here, and goes by itself once the tablet may.} other {# belong to something this tablet may not write to at present. They stay here, and go by themselves once the tablet may.}} Ask whoever invited you for a new code.',
  waiting: '{count, plural, one {# has not reached the server yet.} other {# have not reached the server yet.}}',
  tryNow: 'Try now',
  whatToDo: 'See what to do',
  compare: {
    running: 'Comparing this tablet with the server…',
    waits: 'These figures are what the server has confirmed so far. Comparing with it as well waits until it answers.',
    same: 'Compared with the server {when}: both hold the same.',
    last: 'Compared with the server {when}.',
    mended:
      '{count, plural, one {# session or list differed. It was sent and fetched again, and is the same now.} other {# sessions or lists differed. They were sent and fetched again, and are the same now.}}',
    different:
      '{count, plural, one {# session or list still differs from the server’s, though it was sent and fetched again.} other {# sessions or lists still differ from the server’s, though they were sent and fetched again.}} Make a backup file, and tell whoever looks after the server.',
    unsettled:
      '{count, plural, one {# session or list could not be compared: not all of it is on the server yet.} other {# sessions or lists could not be compared: not all of them is on the server yet.}}',
    now: 'Compare now',
  },
} as const;
