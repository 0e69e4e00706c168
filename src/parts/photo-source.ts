/** Where a picture comes from that is not on this tablet. The app brings it; a screen that shows one asks for it. */
import { createContext } from 'react';

export type Fetching =
  /** It is being fetched, or soon will be. */
  | 'coming'
  /** The server does not answer now; it is tried again when it does. */
  | 'away'
  /** The server does not have it: the tablet that took it has not sent it yet. */
  | 'elsewhere'
  /** It came, and this tablet has no room for it. */
  | 'no-room';

export interface PhotoSource {
  /** Asks for a file until the answer is called. Tells how it goes; what came is read from the store. */
  readonly want: (sha256: string, tell: (fetching: Fetching) => void) => () => void;
}

export const PhotoSourceContext = createContext<PhotoSource>({ want: () => () => undefined });
