/** A search that is always open. Escape and the cross empty it. */
import { IconSearch, IconX } from '@tabler/icons-react';
import styles from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly clearLabel: string;
}

export const SearchField = ({ label, value, onChange, placeholder, clearLabel }: SearchFieldProps) => (
  <div role="search" className={styles.search}>
    <IconSearch aria-hidden className={styles.icon} />
    <input
      type="text"
      inputMode="search"
      enterKeyHint="search"
      autoComplete="off"
      aria-label={label}
      className={styles.input}
      placeholder={placeholder ?? label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('');
      }}
    />
    {value === '' ? null : (
      <button type="button" className={styles.clear} aria-label={clearLabel} onClick={() => onChange('')}>
        <IconX aria-hidden />
      </button>
    )}
  </div>
);
