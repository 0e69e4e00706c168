import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The tokens of a scheme with a colour of six digits. */
const tokensOf = (selector: string): Map<string, string> => {
  const block = source.slice(source.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
};

/** The contrast ratio of WCAG 2.2, 1-21. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const text = ['ink', 'muted', 'accent', 'action', 'danger', 'warning', 'good'];

describe.each([
  ['light', tokensOf("[data-mantine-color-scheme='light']")],
  ['dark', tokensOf("[data-mantine-color-scheme='dark']")],
])('%s', (_scheme, tokens) => {
  const colour = (name: string): string => {
    const found = tokens.get(name);
    if (!found) throw new Error(`--${name} is not a colour of this scheme`);
    return found;
  };
  const kinds = [...tokens.keys()].filter((name) => name.startsWith('kind-'));

  it.each(['paper', 'surface'])('every text and kind stands at least 6:1 on %s', (ground) => {
    const weak = [...text, ...kinds]
      .map((name) => [name, contrast(colour(name), colour(ground))] as const)
      .filter(([, ratio]) => ratio < 6);
    expect(weak).toEqual([]);
  });

  it('what is written on the accent, the sunken ground and the rail is at least as plain', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(6);
    expect(contrast(colour('on-rail'), colour('rail'))).toBeGreaterThanOrEqual(6);
    expect(contrast(colour('on-rail-quiet'), colour('rail'))).toBeGreaterThanOrEqual(6);
    expect(contrast(colour('ink'), colour('sunken'))).toBeGreaterThanOrEqual(6);
    expect(contrast(colour('ink'), colour('accent-soft'))).toBeGreaterThanOrEqual(6);
  });

  it('the line of a control is seen, at least 3:1', () => {
    expect(contrast(colour('outline'), colour('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('outline'), colour('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('rail-mark'), colour('rail'))).toBeGreaterThanOrEqual(3);
  });
});

it('both schemes name the same colours', () => {
  const names = (selector: string) => [...tokensOf(selector).keys()].toSorted();
  expect(names("[data-mantine-color-scheme='dark']")).toEqual(names("[data-mantine-color-scheme='light']"));
});
