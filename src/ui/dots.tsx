/** Dots that say "more" and "can be moved": of one path each, because a list draws them in every row. */
interface DotsProps {
  readonly size?: number;
  readonly className?: string;
}

const dotsOf = (path: string) =>
  function Dots({ size = 24, className }: DotsProps) {
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" className={className} aria-hidden>
        <path d={path} stroke="currentColor" strokeWidth={3.5} strokeLinecap="round" />
      </svg>
    );
  };

export const MoreDots = dotsOf('M12 5h.01M12 12h.01M12 19h.01');
export const GripDots = dotsOf('M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01');
