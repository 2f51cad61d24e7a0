import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Stage } from './group.ts';

const PROBE = join(import.meta.dirname, 'probe.cjs');

/** A launch that takes longer than this has failed. */
const PATIENCE_MS = 60_000;

/** When what happened, in Unix milliseconds with fractions. */
export interface Marks {
  /** The program was asked for. */
  readonly spawned: number;
  /** The runtime began to load the app's main. */
  readonly began: number;
  /** Main was evaluated. */
  readonly evaluated: number;
  /** The app was told that it is ready. */
  readonly ready: number;
  readonly tray: number;
  /** The first window was made. */
  readonly window: number;
  /** Its page began to load. */
  readonly navigated: number;
  readonly painted: number;
  /** Addresses of the modules that were loaded before the window, where that was asked for. */
  readonly loaded: readonly string[];
}

type Command =
  | { readonly name: 'evaluate'; readonly code: string; readonly paddingLength: number }
  | { readonly name: 'hide' | 'quit' };

/** The app with its window painted. */
export interface LaunchedApp {
  readonly marks: Marks;
  readonly pid: number;
  /** Runs code in the page. Meanwhile `app.describe` answers so many bytes more. */
  evaluate(code: string, paddingLength?: number): Promise<unknown>;
  hide(): Promise<void>;
  /** Quits and waits for the process to end. */
  quit(): Promise<void>;
}

export interface LaunchOptions {
  readonly userData: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the built app with the probe in it and waits for its first paint. Nothing else is attached,
 * so that nothing else costs time. Rejects, with what the app printed, where that never comes.
 */
export async function launch(stage: Stage, options: LaunchOptions): Promise<LaunchedApp> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const spawned = performance.timeOrigin + performance.now();
  const child = spawn(
    stage.executable,
    ['-r', PROBE, `--user-data-dir=${options.userData}`, ...stage.switches, stage.root],
    {
      env: { ...stage.env, ...options.env, PERCH_BENCH_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const exited = once(child, 'exit');
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const patience = setTimeout(kill, PATIENCE_MS);

  const lost = exited.then((): never => {
    throw new Error(`The app ended before it was asked to. It printed:\n${printed}`);
  });
  lost.catch(() => undefined);
  const [socket] = (await Promise.race([once(server, 'connection'), lost])) as [Socket];
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async (): Promise<Record<string, unknown>> => {
    const { value } = await Promise.race([replies.next(), lost]);
    return JSON.parse(String(value)) as Record<string, unknown>;
  };
  const ask = async (command: Command): Promise<unknown> => {
    socket.write(`${JSON.stringify(command)}\n`);
    return (await reply())['done'];
  };

  const { marks } = await reply();
  clearTimeout(patience);
  return {
    marks: { ...(marks as Omit<Marks, 'spawned'>), spawned },
    pid: child.pid ?? 0,
    evaluate: (code, paddingLength = 0) => ask({ name: 'evaluate', code, paddingLength }),
    hide: async () => void (await ask({ name: 'hide' })),
    quit: async () => {
      socket.write(`${JSON.stringify({ name: 'quit' } satisfies Command)}\n`);
      await exited;
      server.close();
    },
  };
}

/** Hands a fresh folder for the app's data to some work, and removes it afterwards. */
export async function withUserData<T>(work: (userData: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'perch-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
