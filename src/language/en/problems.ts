export const problems = {
  commit: {
    full: {
      happened: 'This tablet has no room left, so the last change is not saved yet.',
      advice: 'Free some space on the tablet, then try again. Until then keep this page open.',
    },
    newerVersion: {
      happened: 'A newer version of Baraza is open in another tab, so this one cannot save any more.',
      advice: 'Go to the other tab, or load this page again.',
    },
    lost: {
      happened: 'The tablet lost its connection to its own storage. That can happen after it slept.',
      advice: 'Load this page again. What you were typing comes back.',
    },
    invalid: {
      happened: 'Something in this does not fit, so it is not saved yet.',
      advice: 'Shorten it or write it differently, then try again.',
    },
    scopeLoading: {
      happened: 'Not all of this session is on this tablet yet, so nothing can be written to it.',
      advice:
        'From a server it comes in a moment: try again then. If a file brought a part of it, ask for the whole session to be handed over.',
    },
    unknown: {
      happened: 'The tablet did not save the last change.',
      advice: 'Try again. If it happens again, copy your words and load this page again.',
    },
    stillOnScreen: 'Your words are still here.',
    retry: 'Try again',
    detail: 'For whoever looks after this tablet',
  },
  /** Two people wrote one text without seeing each other. */
  also: { title: 'Also written as', use: 'Use this one', keep: 'Keep the one above', join: 'Join them' },
} as const;
