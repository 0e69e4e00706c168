import { describe, expect, it } from 'vitest';
import { readTypedBlock } from '#domain/typed-block.ts';

describe('what is typed for a block', () => {
  it.each([
    ['Opening, 20 min', 'Opening', 20],
    ['Opening 20 min', 'Opening', 20],
    ['What is partnership?, 40 min', 'What is partnership?', 40],
    ['Açılış, 90 dk', 'Açılış', 90],
    ['Açılış – 90 dakika', 'Açılış', 90],
    ['Ouverture (15 mn)', 'Ouverture', 15],
    ['Table 4, 30 Minutes ', 'Table 4', 30],
  ])('[AG7] %s', (typed, title, durationMin) => {
    expect(readTypedBlock(typed)).toEqual({ title, durationMin });
  });

  it.each(['Opening', 'Agenda 2030', 'Opening, 20', '20 min', 'The last 3 min', 'A week, 9999 min', 'Room 20 minimum'])(
    '[AG7] leaves as a title: %s',
    (typed) => expect(readTypedBlock(typed)).toEqual({ title: typed }),
  );
});
