import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ProcessMetric } from 'electron';

/** Clock ticks a second in /proc, the same on every Linux that Electron runs on. */
const TICKS = 100;

interface Sample {
  readonly pid: number;
  readonly parent: number;
  /** Seconds of processor time used so far. */
  readonly cpu: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

interface Usage {
  readonly at: number;
  readonly cpu: number;
  readonly wakeups: number;
}

const TYPES: Readonly<Record<string, ProcessMetric['type']>> = {
  renderer: 'Tab',
  'gpu-process': 'GPU',
  utility: 'Utility',
  zygote: 'Zygote',
  'sandbox-ipc': 'Sandbox helper',
};

/** What Chromium calls the services it runs in processes of their own. */
const SERVICES: Readonly<Record<string, string>> = {
  'audio.mojom.AudioService': 'Audio Service',
  'network.mojom.NetworkService': 'Network Service',
  'storage.mojom.StorageService': 'Storage Service',
  'video_capture.mojom.VideoCaptureService': 'Video Capture',
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);

/** The fields of /proc/<pid>/stat after the program's name, which may hold anything. */
function sampleOf(pid: number, bootSeconds: number): Sample | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 20 || fields[0] === 'Z') return undefined;
  const number = (index: number): number => Number(fields[index]);
  return {
    pid,
    parent: number(1),
    cpu: (number(11) + number(12)) / TICKS,
    created: (bootSeconds + number(19) / TICKS) * 1000,
  };
}

/** A process and all that came of it, itself first. */
function familyOf(root: number): readonly Sample[] {
  const boot = Number(/^btime (\d+)/m.exec(read('/proc/stat'))?.[1] ?? 0);
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => sampleOf(Number(name), boot) ?? []);
  const family = all.filter(({ pid }) => pid === root);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

/**
 * `app.getAppMetrics`: the figures of this process and of Chromium's, read from /proc. Chromium's
 * browser process has no counterpart in Electron, where it is this process; it is told as a utility,
 * so that the sum is that of everything that runs.
 * `root` is this process, `now` a clock in milliseconds.
 */
export function createMetrics(root: number, now: () => number): () => ProcessMetric[] {
  let known = new Map<string, Usage>();
  return () => {
    const at = now();
    const next = new Map<string, Usage>();
    const metrics = familyOf(root).flatMap((sample): ProcessMetric[] => {
      const { pid, cpu, created } = sample;
      const kind = kindOf(pid, root);
      const status = read(`/proc/${pid}/status`);
      if (kind === undefined || status === '') return [];
      const wakeups = field(status, 'voluntary_ctxt_switches');
      const key = `${pid}@${created}`;
      const before = known.get(key);
      next.set(key, { at, cpu, wakeups });
      const seconds = before === undefined ? 0 : (at - before.at) / 1000;
      const rate = (used: number): number => (seconds > 0 ? used / seconds : 0);
      const used = rate(cpu - (before?.cpu ?? 0));
      return [
        {
          ...kind,
          pid,
          creationTime: created,
          cpu: {
            cumulativeCPUUsage: cpu,
            percentCPUUsage: (used * 100) / availableParallelism(),
            idleWakeupsPerSecond: Math.round(rate(wakeups - (before?.wakeups ?? 0))),
          },
          memory: {
            workingSetSize: field(status, 'VmRSS'),
            peakWorkingSetSize: field(status, 'VmHWM'),
          },
        },
      ];
    });
    known = next;
    return metrics;
  };
}

/** What Electron would call a process, or undefined for one that is no part of the app's. */
function kindOf(
  pid: number,
  root: number,
): Pick<ProcessMetric, 'type' | 'serviceName' | 'name'> | undefined {
  if (pid === root) return { type: 'Browser' };
  const command = read(`/proc/${pid}/cmdline`);
  const value = (name: string): string | undefined =>
    new RegExp(`--${name}=([^\\0 ]+)`).exec(command)?.[1];
  const type = value('type');
  if (type === undefined)
    return command.includes('--remote-debugging-pipe')
      ? { type: 'Utility', serviceName: 'standin.Browser', name: 'Chromium' }
      : undefined;
  const service = value('utility-sub-type');
  if (type === 'gpu-process') return { type: 'GPU', serviceName: 'GPU' };
  if (type !== 'utility' || service === undefined) return { type: TYPES[type] ?? 'Unknown' };
  return { type: 'Utility', serviceName: service, name: SERVICES[service] ?? service };
}
