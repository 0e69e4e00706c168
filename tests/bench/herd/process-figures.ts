/** What a process has used so far, as Linux tells it. */
import { readFileSync } from 'node:fs';

/** Peak of resident memory, in MB of 10^6 bytes. */
export function peakMb(pid: number): number {
  const kib = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return (kib * 1024) / 1e6;
}

/** Seconds of processor time, in the process and for it in the kernel; clock ticks are hundredths on Linux. */
export function cpuSeconds(pid: number): number {
  // The second field is a name in brackets, which may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
