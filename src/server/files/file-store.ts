/**
 * The port to files: whole ones, named by their SHA-256 and known for the scopes they were sent to, and those that
 * are still on their way. A file is whole when its bytes have been hashed here; nothing else is ever given out.
 */
import type { Scope } from '#domain/scope.ts';

export interface Upload {
  /** 32 hexadecimal digits, drawn at random. */
  readonly id: string;
  readonly sha256: string;
  readonly scope: Scope;
  readonly mediaType: string;
  /** Bytes that it will have. */
  readonly size: number;
  /** The device that sends it: no other may go on with it. */
  readonly device: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}
/** What tells an upload that was ended: by then nothing else of it is kept. */
export type UploadName = Pick<Upload, 'id' | 'sha256' | 'scope'>;
export interface UploadState extends Upload {
  /** Bytes that are here, on the disk. */
  readonly offset: number;
}

export type Finished =
  | 'kept'
  /** Its bytes have another SHA-256 than its name: they are gone, and so is the upload. */
  | 'wrong-hash'
  /** Bytes are missing; or there is no such upload, and no such file for its scope. */
  | 'not-whole';

export interface StoredFile {
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: ReadableStream<Uint8Array>;
}

export interface FileStore {
  begin(upload: Upload): Promise<void>;
  upload(id: string): Promise<UploadState | undefined>;
  /**
   * Appends what comes to an upload that has `offset` bytes, and answers how many it has then. Where `bytes` breaks
   * off, what came is kept and the error goes on; nothing is written beyond the upload's size.
   */
  append(id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /**
   * Hashes an upload that is whole. When this resolves to `kept`, the file is on the disk under its name: also where
   * another request, of this process or another, has brought the same upload to its end meanwhile.
   */
  finish(upload: UploadName): Promise<Finished>;
  /** The scopes for which the whole file is here; none where it is not. */
  scopesOf(sha256: string): Promise<readonly Scope[]>;
  /** Makes a file that is here known for another scope. */
  share(sha256: string, scope: Scope): Promise<void>;
  read(sha256: string): Promise<StoredFile | undefined>;
  /** Forgets a file for a scope, and its bytes where no other scope has it. */
  forget(sha256: string, scope: Scope): Promise<void>;
  /**
   * Forgets an erased file for a scope as `forget` does, with what is on its way of it, and remembers its name: a
   * tablet that does not know yet must not bring it back.
   */
  erase(sha256: string, scope: Scope): Promise<void>;
  /** Whether a file was erased in a scope. */
  isErased(sha256: string, scope: Scope): Promise<boolean>;
  /** Gives up uploads that began before a moment. */
  dropUploadsBefore(at: number): Promise<void>;
}

/** An upload that is not where its sender thinks: it asks again where to go on. */
export class WrongOffset extends Error {
  override readonly name = 'WrongOffset';
}
