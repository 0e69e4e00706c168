/** The mark: people around a table, one of them speaking. */
interface MarkProps {
  /** In px. */
  readonly size?: number;
  /** Read out; without it the mark is decoration beside the name. */
  readonly label?: string;
}

/** Where the people sit, clockwise from the one who speaks. */
const seats = [
  [256, 98],
  [379.5, 157.5],
  [410, 291.2],
  [324.6, 398.4],
  [187.4, 398.4],
  [102, 291.2],
  [132.5, 157.5],
] as const;

export const Mark = ({ size = 40, label }: MarkProps) => (
  <svg
    viewBox="48 48 416 416"
    width={size}
    height={size}
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    <circle cx="256" cy="256" r="84" fill="var(--mark-table, var(--ink))" />
    {seats.map(([x, y], seat) => (
      <circle
        key={x}
        cx={x}
        cy={y}
        r="38"
        fill={seat === 0 ? 'var(--mark-speaker, var(--rail-mark))' : 'var(--mark-people, var(--accent))'}
      />
    ))}
  </svg>
);
