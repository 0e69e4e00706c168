/** The closed lists that several nouns share. Their labels are `words.<list>.<value>` of the catalogues. */
export const sides = ['government', 'ngo', 'other'] as const;
export type Side = (typeof sides)[number];

/** What a capture is of, in the order in which a facilitator meets them. */
export const kinds = [
  'note',
  'principle',
  'good_practice',
  'feature',
  'barrier',
  'enabler',
  'idea',
  'pitfall',
  'definition',
  'possible',
  'not_possible',
  'lesson',
  'decision',
  'issue',
  'action',
  'commitment',
  'question',
  'quote',
] as const;
export type Kind = (typeof kinds)[number];

export const barrierCategories = ['philosophical', 'policy', 'legislative', 'practical', 'other'] as const;
export type BarrierCategory = (typeof barrierCategories)[number];

export const sessionTypes = ['workshop', 'training', 'consultation', 'meeting', 'visit'] as const;
export const sessionStatuses = ['draft', 'ready', 'live', 'closed', 'archived'] as const;

export const blockCategories = ['present', 'discuss', 'group_work', 'energise', 'decide', 'break', 'admin'] as const;
export type BlockCategory = (typeof blockCategories)[number];

export const dayParts = ['am', 'pm'] as const;
export type DayPart = (typeof dayParts)[number];

export const sexes = ['female', 'male', 'other', 'not_said'] as const;
export const ageBands = ['under_18', '18_24', '25_29', '30_35', '36_54', '55_64', '65_plus', 'not_said'] as const;
export const actionStatuses = ['open', 'in_progress', 'done', 'cancelled'] as const;
export const registrationSources = ['invited', 'imported', 'walk_in'] as const;
export const registrationStatuses = ['invited', 'confirmed', 'withdrawn'] as const;
