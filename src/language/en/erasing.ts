/** Erasing a person or a line for ever, and what is shown in its place. */
export const erasing = {
  erased: 'Erased',
  person: 'Erased person',
  when: 'Erased on {date}.',
  whenBy: 'Erased on {date} by {name}.',
  personStays: 'Nothing is left of who it was. Attendance, side, sex and age group stay, so that no total changes.',
  lineStays: 'Nothing is left of what it said. Its place and kind stay, so that no number and no code changes.',
  askPerson: 'Erase this person',
  askLine: 'Erase for ever',
  title: 'Erase “{name}” for ever?',
  personGoes:
    'Name, organisation, function, place, phone, e-mail, access needs and their history go from this tablet, from the server, and from every other tablet as soon as it meets the server.',
  personKeeps: 'Attendance, side, sex and age group stay without a name, so that no total changes.',
  personElsewhere:
    'Lines and photos that show who it was stay. Find each line on the board and open it, or choose “{open}” from its dots: “{erase}” stands at the very end, and takes its photos along. “{remove}” erases nothing.',
  lineGoes:
    'What it says, who wrote it, its photos and its history go from this tablet, from the server, and from every other tablet as soon as it meets the server.',
  lineKeeps: 'Its place, kind and side stay, shown as “Erased”, so that no number and no code changes.',
  files:
    'Files made before, such as backups and reports, cannot be changed from here. A backup that is restored on a tablet with a server does not bring it back.',
  never: 'This cannot be undone.',
  confirm: 'Erase “{name}” for ever',
  keep: 'Do not erase',
} as const;
