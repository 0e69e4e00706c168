/** What the bench asks of each engine, in its page. An engine without a server leaves `push` and `replay` out. */
import type { PlainCapture } from './captures.ts';

export interface EngineAccess {
  /** Of Baraza: what joining its server answered. */
  readonly joined?: { readonly token: string; readonly epoch: string };
}

export interface Engine {
  readonly open: (access: EngineAccess) => Promise<void>;
  /** Work that a real app has done before it writes, e.g. making the rows; not measured. */
  readonly prepare?: (captures: readonly PlainCapture[]) => void;
  readonly writeOne: (capture: PlainCapture) => Promise<unknown>;
  readonly writeMany: (captures: readonly PlainCapture[]) => Promise<unknown>;
  /** Resolves when the server has everything. */
  readonly push?: () => Promise<unknown>;
  /** Makes a replay possible; not measured. */
  readonly forgetPush?: () => Promise<unknown>;
  /** Offers everything to the server once more. */
  readonly replay?: () => Promise<unknown>;
  /** Resolves when `count` captures of the server are on the disk here. */
  readonly pull: (count: number) => Promise<unknown>;
  readonly count: () => Promise<number>;
}
