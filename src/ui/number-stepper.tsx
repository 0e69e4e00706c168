/** A count with a button on each side as big as a thumb; it can also be typed. */
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import { useId, useState } from 'react';
import { usePicked } from './use-picked.ts';
import styles from './number-stepper.module.css';

interface NumberStepperProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  /** How much one tap changes it. */
  readonly step?: number;
  readonly fewerLabel: string;
  readonly moreLabel: string;
  /** Such as "min", after the number. */
  readonly unit?: string;
  readonly hideLabel?: boolean;
}

export const NumberStepper = ({
  label,
  value: kept,
  onChange,
  min = 0,
  max = 1_000_000,
  step = 1,
  fewerLabel,
  moreLabel,
  unit,
  hideLabel = false,
}: NumberStepperProps) => {
  const id = useId();
  const [value, pick] = usePicked(kept, onChange);
  /** What is being typed: not held to the bounds until it is left, for 3 is on the way to 30. */
  const [typed, setTyped] = useState<string>();
  const within = (next: number) => Math.min(max, Math.max(min, next));
  const set = (next: number) => {
    setTyped(undefined);
    pick(within(next));
  };
  const type = (text: string) => {
    setTyped(text);
    if (text !== '' && Number(text) === within(Number(text))) pick(Number(text));
  };
  const leave = () => {
    setTyped(undefined);
    if (typed !== undefined && (typed !== '' || min <= 0)) pick(within(Number(typed)));
  };
  return (
    <div role="group" aria-label={label} className={styles.field}>
      {hideLabel ? null : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.stepper}>
        <ActionIcon
          variant="default"
          aria-label={`${fewerLabel}: ${label}`}
          disabled={value <= min}
          onClick={() => set(value - step)}
        >
          <IconMinus aria-hidden />
        </ActionIcon>
        <input
          id={id}
          className={styles.number}
          aria-label={hideLabel ? label : undefined}
          inputMode="numeric"
          value={typed ?? String(value)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => type(event.currentTarget.value.replaceAll(/\D/g, ''))}
          onBlur={leave}
        />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
        <ActionIcon
          variant="default"
          aria-label={`${moreLabel}: ${label}`}
          disabled={value >= max}
          onClick={() => set(value + step)}
        >
          <IconPlus aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
};
