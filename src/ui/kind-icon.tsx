/**
 * The icon of each kind of line, by the name the tokens give its colour (`--kind-<name>`). Colour, icon and word
 * go together everywhere; a name without an icon of its own gets the plain line's.
 */
import {
  IconAlertHexagon,
  IconArrowBigUpLine,
  IconBan,
  IconBarrierBlock,
  IconBulb,
  IconCheckbox,
  IconCircleCheck,
  IconCompass,
  IconFlag3,
  IconGavel,
  IconHeartHandshake,
  IconHelpHexagon,
  IconLineDashed,
  IconMessageCircleQuestion,
  IconPuzzle,
  IconQuote,
  IconSchool,
  IconVocabulary,
  IconAward,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  note: IconLineDashed,
  principle: IconCompass,
  good_practice: IconAward,
  feature: IconPuzzle,
  barrier: IconBarrierBlock,
  enabler: IconArrowBigUpLine,
  idea: IconBulb,
  pitfall: IconAlertHexagon,
  definition: IconVocabulary,
  possible: IconCircleCheck,
  not_possible: IconBan,
  lesson: IconSchool,
  decision: IconGavel,
  issue: IconFlag3,
  action: IconCheckbox,
  commitment: IconHeartHandshake,
  question: IconMessageCircleQuestion,
  quote: IconQuote,
};

export const kindIconNames = Object.keys(icons);
export const iconOfKind = (name: string): Icon => icons[name] ?? IconHelpHexagon;
/** The colour of a kind, for `tone`. */
export const toneOfKind = (name: string): string => `var(--kind-${name}, var(--muted))`;

interface KindIconProps {
  readonly kind: string;
  /** The word of the kind; without it the icon is silent because the word stands beside it. */
  readonly label?: string;
  readonly size?: number;
}

export const KindIcon = ({ kind, label, size = 24 }: KindIconProps) => {
  const Shape = iconOfKind(kind);
  const tone = { color: toneOfKind(kind), flex: 'none' } as const;
  return label ? (
    <Shape role="img" aria-label={label} size={size} style={tone} />
  ) : (
    <Shape aria-hidden size={size} style={tone} />
  );
};
