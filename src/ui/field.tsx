/** Labelled fields. Dates, times and choices are the tablet's own pickers. What is written is the caller's to keep. */
import { Checkbox, Input } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef } from 'react';
import type { HTMLAttributes, ReactNode, Ref } from 'react';
import { useRestoredCaret } from './restored-caret.ts';
import { usePicked } from './use-picked.ts';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** A few words of help under the label. */
  readonly description?: ReactNode;
  /** What needs a look in this field. */
  readonly problem?: ReactNode;
  readonly disabled?: boolean;
  /** Reads the label out without showing it, where the place makes it plain. */
  readonly hideLabel?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** `caret`: where the next letter goes, so that it can be restored after a crash. */
  readonly onChange: (value: string, caret?: number) => void;
  /** Where the caret stood, of a text that came back after a crash. */
  readonly restoredCaret?: number;
  readonly onBlur?: () => void;
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** The id of a `datalist` of what is likely. */
  readonly list?: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly autoCapitalize?: 'none' | 'words' | 'sentences' | 'characters';
  readonly ref?: Ref<HTMLInputElement>;
}

export const TextField = ({ value, onChange, onEnter, type = 'text', ref, ...rest }: TextFieldProps) => {
  const { frame, input } = useField(rest);
  const own = useRef<HTMLInputElement>(null);
  useRestoredCaret(own, rest.restoredCaret);
  return (
    <Input.Wrapper {...frame}>
      <Input
        {...input}
        ref={(element: HTMLInputElement | null) => {
          own.current = element;
          handOn(ref, element);
        }}
        type={type}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value, event.currentTarget.selectionEnd ?? undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
        }}
        autoComplete={rest.autoComplete ?? 'off'}
        autoCapitalize={rest.autoCapitalize}
        placeholder={rest.placeholder}
        maxLength={rest.maxLength}
        list={rest.list}
        inputMode={rest.inputMode}
        onBlur={rest.onBlur}
      />
    </Input.Wrapper>
  );
};

interface TextAreaProps extends Omit<TextFieldProps, 'type' | 'ref' | 'onEnter'> {
  readonly minRows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A text of several lines that grows with what is written. */
export const TextArea = ({ value, onChange, minRows = 2, ref, ...rest }: TextAreaProps) => {
  const { frame, input } = useField(rest);
  const own = useRef<HTMLTextAreaElement>(null);
  useRestoredCaret(own, rest.restoredCaret);

  useLayoutEffect(() => {
    const element = own.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [value]);

  return (
    <Input.Wrapper {...frame}>
      <Input<'textarea'>
        {...input}
        component="textarea"
        multiline
        ref={(element: HTMLTextAreaElement | null) => {
          own.current = element;
          handOn(ref, element);
        }}
        rows={minRows}
        classNames={{ input: styles.grows }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value, event.currentTarget.selectionEnd ?? undefined)}
        placeholder={rest.placeholder}
        maxLength={rest.maxLength}
        onBlur={rest.onBlur}
      />
    </Input.Wrapper>
  );
};

interface PickerProps extends FieldProps {
  /** A day as `2026-11-22` or a time as `09:30`; empty: not said. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}

const Picker = ({ type, min, max, ...rest }: PickerProps & { readonly type: 'date' | 'time' }) => {
  const { frame, input } = useField(rest);
  const [value, pick, forget] = usePicked(rest.value, rest.onChange);
  return (
    <Input.Wrapper {...frame}>
      <Input
        {...input}
        type={type}
        min={min}
        max={max}
        value={value}
        onChange={(event) => pick(event.currentTarget.value)}
        onBlur={forget}
      />
    </Input.Wrapper>
  );
};

export const DateField = (props: PickerProps) => <Picker {...props} type="date" />;
export const TimeField = (props: PickerProps) => <Picker {...props} type="time" />;

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

interface SelectFieldProps<T extends string> extends FieldProps {
  /** Empty: not said; offered only where `emptyLabel` is. */
  readonly value: T | '';
  readonly onChange: (value: T | '') => void;
  readonly options: readonly Option<T>[];
  readonly emptyLabel?: string;
}

export const SelectField = <T extends string>({ options, emptyLabel, ...rest }: SelectFieldProps<T>) => {
  const { frame, input } = useField(rest);
  const [value, pick] = usePicked(rest.value, rest.onChange);
  return (
    <Input.Wrapper {...frame}>
      <Input<'select'>
        {...input}
        component="select"
        pointer
        rightSection={<IconChevronDown aria-hidden className={styles.chevron} />}
        rightSectionPointerEvents="none"
        value={value}
        onChange={(event) => pick(event.currentTarget.value as T | '')}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Input>
    </Input.Wrapper>
  );
};

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** One yes or no; the whole line is the target. */
export const CheckField = ({ label, description, checked, onChange, disabled }: CheckFieldProps) => {
  const [value, pick] = usePicked(checked, onChange);
  return (
    <Checkbox
      classNames={{ root: styles.check, body: styles.checkBody, labelWrapper: styles.checkWords }}
      label={label}
      description={description}
      checked={value}
      disabled={disabled}
      onChange={(event) => pick(event.currentTarget.checked)}
    />
  );
};

function handOn<T>(ref: Ref<T> | undefined, element: T | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref) ref.current = element;
}

/** The label, help and problem of a field, tied to it by id so that a screen reader says them together. */
const useField = ({ label, description, problem, disabled, hideLabel }: FieldProps) => {
  const id = useId();
  const frame = {
    id,
    label: hideLabel ? undefined : label,
    description,
    error: problem,
    className: styles.field,
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[],
  };
  const input = {
    id,
    disabled,
    error: problem !== undefined && problem !== null && problem !== '',
    'aria-label': hideLabel ? label : undefined,
  };
  return { frame, input };
};
