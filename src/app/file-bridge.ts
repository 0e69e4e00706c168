/** Files put together with the browser and the store: what is sent, when, and what a screen asks for. */
import type { Fetching, PhotoSource } from '#parts/photo-source.ts';
import type { ReplicaFiles } from '#replication/files.ts';
import { hashOf } from '#storage/blobs.ts';
import { exchangeFiles, type SendFile } from '#sync/file-exchange.ts';
import { fetchFile } from '#sync/fetch-file.ts';
import { type Locks, roundLock } from '#sync/leader.ts';
import { type Schedule, type ScheduleParts, syncSchedule } from '#sync/schedule.ts';
import type { Wire } from '#sync/wire.ts';

export interface FileParts extends Omit<ScheduleParts, 'exchange' | 'onEnd'> {
  readonly files: ReplicaFiles;
  readonly wire: Wire;
  readonly locks: Locks | undefined;
}

export interface FileBridge extends PhotoSource {
  /** As of a schedule; what a screen waits for is asked for again, too. */
  readonly poke: Schedule['poke'];
}

/** A file may take long on a weak line: only then is the tab that sends it taken for frozen. */
const frozenAfterMs = 10 * 60_000;

export function openFiles({ files, wire, locks, ...timing }: FileParts): FileBridge {
  // The library comes with the first file there is to send.
  const send: SendFile = async (token, file) => {
    const { tusUpload } = await import('./tus-upload.ts');
    return tusUpload(wire, window.location.origin)(token, file);
  };
  const lock = roundLock(locks, timing.now, { name: 'baraza-files', frozenAfterMs });
  const schedule = syncSchedule({
    ...timing,
    exchange: () => exchangeFiles({ files, wire, send, hashOf, lock }),
    onEnd: () => undefined,
  });
  const fetching = photoFetching(files, wire, timing.after);
  return {
    poke: (why) => {
      schedule.poke(why);
      if (why !== 'commit') fetching.again();
    },
    want: fetching.want,
  };
}

type Tell = (fetching: Fetching) => void;

/** How often what is looked at and did not come is asked for again. */
const againAfterMs = 10_000;

/** Fetches what screens want, one at a time, the last asked for first: it is what is looked at now. */
function photoFetching(files: ReplicaFiles, wire: Wire, after: ScheduleParts['after']) {
  const wanted = new Map<string, Set<Tell>>();
  /** What was tried in vain and is not tried again yet. */
  const failed = new Set<string>();
  let running = false;
  let waiting = false;

  const tell = (sha256: string, how: Fetching) => {
    for (const hear of wanted.get(sha256) ?? []) hear(how);
  };

  const run = async () => {
    if (running) return;
    running = true;
    for (let next = nextOf(); next !== undefined; next = nextOf()) {
      tell(next, 'coming');
      const how = await fetchOne(files, wire, next);
      if (how === undefined) wanted.delete(next);
      // A server that is away has none of the others either.
      for (const vain of how === 'away' ? wanted.keys() : how ? [next] : []) {
        failed.add(vain);
        tell(vain, how ?? 'away');
      }
    }
    running = false;
    if (wanted.size > 0 && !waiting) {
      waiting = true;
      after(againAfterMs, () => {
        waiting = false;
        again();
      });
    }
  };
  const again = () => {
    failed.clear();
    void run();
  };
  const nextOf = () => [...wanted.keys()].findLast((sha256) => !failed.has(sha256));

  return {
    want: (sha256: string, hear: Tell) => {
      const hearers = wanted.get(sha256) ?? new Set();
      wanted.set(sha256, hearers.add(hear));
      failed.delete(sha256);
      void run();
      return () => {
        hearers.delete(hear);
        if (hearers.size === 0 && wanted.get(sha256) === hearers) wanted.delete(sha256);
      };
    },
    again,
  };
}

/** Undefined: it is here now, and whoever shows it reads it from the store. */
async function fetchOne(files: ReplicaFiles, wire: Wire, sha256: string): Promise<Fetching | undefined> {
  try {
    const link = await files.link();
    if (!link) return 'elsewhere';
    if (link.revoked) return 'away';
    const fetched = await fetchFile(wire, link.token, sha256, hashOf);
    if (fetched.type === 'fetched/away') return 'away';
    if (fetched.type === 'fetched/not-there') return 'elsewhere';
    await files.keep({ sha256, mediaType: fetched.mediaType, bytes: fetched.bytes });
    return undefined;
  } catch {
    return 'no-room';
  }
}
