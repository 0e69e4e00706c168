/** Lets a style attribute set custom properties, which is how components hand a colour to their style sheet. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
