export const reports = {
  title: 'What do you need?',
  lead: 'Each file is made on this tablet, with or without a network. Making one changes nothing.',
  empty:
    'Nothing has been written or listed in this session yet. Each file can be made all the same, and says “None”, “Nothing recorded” or “To be confirmed”.',
  drafts:
    '{count, plural, one {# line is still being typed and is not in the file.} other {# lines are still being typed and are not in the file.}}',
  toDraft: 'Finish it first',
  choices: 'Files',
  choice: {
    report: {
      title: 'Session report',
      format: 'Word',
      hint: 'For the ministry, the funder, all who came',
      about: 'Purpose, people, what was said, what follows from it.',
      make: 'Make the report',
    },
    lines: {
      title: 'All lines',
      format: 'Excel',
      hint: 'One row a line, and a sheet of actions',
      about: 'One row a line, with its code, kind, side and group, and a sheet of the actions.',
      make: 'Make the sheet',
    },
    comma: {
      title: 'Lines, with commas',
      format: 'CSV',
      hint: 'For Excel in English, for Google Sheets',
      about: 'Opens in Excel set to English, in Google Sheets and in other programs.',
      make: 'Make the CSV',
    },
    semicolon: {
      title: 'Lines, with semicolons',
      format: 'CSV',
      hint: 'For Excel in Turkish or in French',
      about: 'Opens in Excel set to Turkish, French and most languages of Europe.',
      make: 'Make the CSV',
    },
    register: {
      title: 'Register',
      format: 'Excel',
      hint: 'Who came when, and the three figures',
      about: 'Who was asked, who came to which half-day, and the three figures.',
      make: 'Make the register',
    },
    summary: {
      title: 'Short text for messages',
      format: 'Text',
      hint: 'A few lines for a chat or an email',
      about: 'The day in a few lines, for a chat or an email.',
      make: 'Make a text file',
    },
    session: {
      title: 'Backup of this session',
      format: 'Backup',
      hint: 'One file to keep or to take elsewhere',
      about: 'All of this session in one file, to keep or to take to another tablet.',
    },
    everything: {
      title: 'Backup of this tablet',
      format: 'Backup',
      hint: 'Every session here, in one file',
      about: 'Every session on this tablet in one file.',
    },
  },
  contactDetails: 'With phone, email and access needs',
  contactDetailsNote: 'Left out unless you ask. Give them only to people who may have them.',
  language: 'Language of the file',
  languageNote: 'What people said stays as it was written.',
  timeZone: 'Times as on the clocks of',
  clock: 'There it is {time} now.',
  preview: {
    title: 'What it will hold',
    loading: 'Looking at what it will hold',
    lines: '{count, plural, one {# line} other {# lines}}',
    rows: '{count, plural, =0 {no rows} one {# row} other {# rows}}',
    photos: '{count, plural, one {# photo} other {# photos}}',
    more: '{count, plural, one {and # more row} other {and # more rows}}',
    failed: 'What the file will hold cannot be shown just now.',
    failedAdvice: 'The file can be made all the same.',
  },
  text: {
    copy: 'Copy the text',
    copied: 'Copied. Paste it where you write the message.',
    notCopied: 'The browser did not let the text be copied. Mark it above and copy it by hand.',
    share: 'Share the text',
  },
  file: {
    making: 'Making the file',
    madeAt: 'Made at {time}',
    kilobytes: '{count, number} KB',
    megabytes: '{count, number} MB',
    save: 'Save on this tablet',
    saved: 'Saved among the downloads of this tablet.',
    share: 'Share',
    shared: 'Handed on.',
    notShared: 'The browser does not hand on files of this kind. Save it, then send it from the downloads.',
    again: 'Make it again',
    failed: {
      happened: 'The file was not made.',
      safe: 'Everything you wrote is kept on this tablet.',
      advice: 'Try again. If it happens again, close other apps and try once more.',
    },
    wordsMissing: {
      happened: 'The words of this language are not on this tablet yet.',
      advice: 'Choose another language, or open the app once with a network.',
    },
  },
  backup: {
    make: 'Make the backup',
    holds: 'What it will hold',
    sessions: '{count, plural, =0 {no sessions} one {# session} other {# sessions}}',
    lines: '{count, plural, =0 {no lines} one {# line} other {# lines}}',
    people: '{count, plural, =0 {nobody} one {# person} other {# people}}',
    photos: '{count, plural, one {# photo} other {# photos}}',
    photosBeyond:
      '{count, plural, one {# photo does} other {# photos do}} not fit into one file. Make a backup of each session to have every photo.',
    photosAway:
      '{count, plural, one {# photo is} other {# photos are}} not on this tablet and will not be in it. Look at a photo once and it is kept here.',
    others:
      '{count, plural, one {# other entry: agenda, groups, marks} other {# other entries: agenda, groups, marks}}',
    deleted: 'What was deleted is in it too, and stays deleted where it is restored.',
    personal: 'It holds names, phone numbers and what was said. Give it only to people who may read that.',
    everything: {
      title: 'A backup of everything',
      note: 'One file with every session on this tablet. Keep it on a stick, or send it to yourself.',
      last: 'The last one was saved on {date}.',
      never: 'None has been saved from this tablet yet.',
    },
    restore: {
      title: 'Restore from a backup',
      note: 'What is in the file is added to what is here. Nothing here is lost, and the same file twice changes nothing.',
      choose: 'Choose a backup file',
      chooseOther: 'Choose another file',
      reading: 'Reading “{name}”',
      comparing: 'Comparing it with this tablet',
      by: 'Made by {name} on {date}',
      byTablet: 'Made on {date}, on a tablet without a name ({id})',
      sessions: '{count, plural, =0 {No session is in it} one {# session is in it} other {# sessions are in it}}',
      more: '{count, plural, one {and # more} other {and # more}}',
      counts: '{added, number} new, {changed, number} changed, {same, number} already here',
      photos: '{count, plural, one {# photo that is not here} other {# photos that are not here}}',
      photosNotKept:
        '{count, plural, one {# photo did} other {# photos did}} not fit on this tablet. Free some space, then restore from the same file again.',
      nothingNew: 'All of it is already here. There is nothing to restore.',
      restore: 'Restore',
      restoring: 'Restoring',
      done: 'Restored: {added, number} new, {changed, number} changed, {same, number} already here.',
      toSessions: 'See the sessions',
    },
    problem: {
      safe: 'Nothing on this tablet was changed.',
      notBackup: {
        happened: '“{name}” is not a backup of Baraza.',
        advice: 'Choose the file whose name ends in .baraza.',
      },
      cutOff: {
        happened: 'The file is cut off: of {count, number} entries, {read, number} are there.',
        advice: 'Copy it again from where it was made. Perhaps the copy was stopped or the stick was full.',
      },
      cutEarly: {
        happened: 'The file is cut off right at its beginning.',
        advice: 'Copy it again from where it was made. Perhaps the copy was stopped or the stick was full.',
      },
      damaged: {
        happened: 'The file is damaged: what is in it is not what was written.',
        advice: 'Copy it again from where it was made, or choose another backup.',
      },
      newerFile: {
        happened: 'The file was made by a newer version of Baraza than the one on this tablet.',
        advice: 'Open Baraza here once with a network and put the newer version on. Then choose the file again.',
      },
      tooLarge: {
        happened: 'The file holds more than {megabytes, number} MB. That is more than a tablet can read in one go.',
        advice: 'Make a backup of each session where the file comes from, and restore those one by one.',
      },
      unreadable: {
        happened:
          '{count, plural, one {# entry of {total, number} in the file is not one that this version can keep.} other {# entries of {total, number} in the file are not such as this version can keep.}}',
        advice:
          'A backup is taken whole or not at all. Put the newest version of Baraza on, then choose the file again.',
      },
      noFile: {
        happened: 'The tablet could not open “{name}”.',
        advice: 'Perhaps the stick was pulled out or the file moved. Choose it again.',
      },
      stopped: {
        happened: 'Reading the file stopped half-way.',
        advice: 'Close other apps to make room, then choose the file again.',
      },
      full: {
        happened: 'This tablet has no room for what is in the file.',
        advice: 'Free some space on the tablet, then choose the file again.',
      },
      newerTab: {
        happened: 'A newer version of Baraza is open in another tab, so this one cannot save any more.',
        advice: 'Go to the other tab, or load this page again, and choose the file there.',
      },
      lost: {
        happened: 'The tablet lost its connection to its own storage. That can happen after it slept.',
        advice: 'Load this page again, then choose the file again.',
      },
      unknown: {
        happened: 'The tablet did not save what is in the file.',
        advice: 'Choose the file again. If it happens again, load this page and try once more.',
      },
    },
  },
} as const;
