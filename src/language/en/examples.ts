export const examples = {
  title: 'Examples',
  note: 'Look around in one that is filled in. Examples are never sent to anyone.',
  seychelles: {
    title: 'A partnership day in Seychelles',
    about: 'One day, government and NGOs: four tables on what stands in the way. No date, no place yet.',
  },
  turkiye: {
    title: 'A training programme in Türkiye',
    about: 'Thirty trainings in ten provinces and three rounds, each province with its register.',
  },
  'south-africa': {
    title: 'National support in South Africa',
    about: 'A two-day workshop and what came of it: priorities, a decision, a lesson, no action needed.',
  },
  open: 'Open',
  openOf: 'Open the example: {title}',
  remove: 'Remove',
  removeOf: 'Remove the example: {title}',
  removed: 'Example removed: {title}',
  written: {
    lines: 'You wrote or changed {count, plural, one {# line} other {# lines}} in “{title}”.',
    things: 'You added or changed {count, plural, one {# thing} other {# things}} in “{title}”.',
    others: '{count, plural, one {# other thing was added or changed.} other {# other things were added or changed.}}',
    goes: 'It goes with the example.',
    remove: 'Remove it all',
    keep: 'Keep the example',
  },
  chunkMissing: 'This example did not load. Nothing else is affected; try again when the server is in reach.',
} as const;
