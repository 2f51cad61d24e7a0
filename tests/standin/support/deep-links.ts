import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHiddenDisplay } from './hidden-display.ts';
import { startBus } from './keyring.ts';

/** A program as a desktop knows it. */
export interface DesktopApp {
  /** Its file's name, with `.desktop`. */
  readonly id: string;
  readonly name: string;
  /** The program and its arguments; a link is appended. */
  readonly command: readonly [string, ...string[]];
  /** Schemes whose links it opens, such as `https`. */
  readonly schemes: readonly string[];
  /** MIME types whose files it opens, such as `text/plain`. */
  readonly types?: readonly string[];
}

/**
 * A person's desktop that shares nothing with the machine's: its own home, XDG folders, session bus
 * and X server. Links go through the system's real `xdg-open`.
 */
export interface Desktop {
  /** What every process of it needs: the test's own environment with these changes. */
  readonly env: Record<string, string>;
  readonly home: string;
  /** Installs a program, as a package would: .desktop file and MIME cache. The latest one wins. */
  install(app: DesktopApp): Promise<void>;
  /**
   * Gives a link to `xdg-open`, as a click anywhere on the desktop does. `ended` resolves to its exit
   * code: at once for a running app, with the app for one that it starts.
   */
  open(url: string): { readonly ended: Promise<number | null> };
  /** The ids of its processes, those included that were started by a link. */
  processes(): readonly number[];
  /** Ends every process of it and deletes its folders. */
  stop(): Promise<void>;
}

/** By this variable a process says to which desktop it belongs. */
const MARK = 'PRIVATE_DESKTOP';

/** Variables that would tell programs of the machine's own desktop. */
const FOREIGN = ['XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE', 'DESKTOP_SESSION', 'WAYLAND_DISPLAY'];

/** Rejects when Xvfb or dbus-daemon is not installed. */
export async function startDesktop(): Promise<Desktop> {
  const bus = await startBus();
  const display = await startHiddenDisplay().catch(async (error: unknown) => {
    await bus.stop();
    throw error;
  });
  const home = bus.env['HOME'] ?? '';
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.includes(entry[0]),
  );
  const env: Record<string, string> = {
    ...Object.fromEntries(own),
    ...bus.env,
    DISPLAY: display.name,
    [MARK]: home,
    // Real Electron will not run as root with its sandbox.
    ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
  };
  const handlers = new Map<string, string>();
  return {
    env,
    home,
    install: (app) => install(app, home, env['XDG_DATA_HOME'] ?? '', handlers),
    open: (url) => {
      const child = spawn('xdg-open', [url], { env, stdio: 'ignore' });
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      return { ended };
    },
    processes: () => processesOf(home),
    stop: async () => {
      await endAll(home);
      await display.stop();
      await bus.stop();
    },
  };
}

async function install(
  app: DesktopApp,
  home: string,
  data: string,
  handlers: Map<string, string>,
): Promise<void> {
  const programs = join(home, 'bin');
  const applications = join(data, 'applications');
  await mkdir(programs, { recursive: true });
  await mkdir(applications, { recursive: true });
  // xdg-open cannot read a quoted program, and paths may hold blanks: a script stands between.
  const program = join(programs, app.id.replace(/\.desktop$/, ''));
  const words = app.command.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`);
  await writeFile(program, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  await chmod(program, 0o755);
  const types = [
    ...app.schemes.map((scheme) => `x-scheme-handler/${scheme}`),
    ...(app.types ?? []),
  ];
  await writeFile(
    join(applications, app.id),
    [
      '[Desktop Entry]',
      'Type=Application',
      `Name=${app.name}`,
      `Exec=${program} %u`,
      'Terminal=false',
      ...(types.length === 0 ? [] : [`MimeType=${types.join(';')};`]),
      '',
    ].join('\n'),
  );
  // What update-desktop-database writes when a package is installed.
  for (const type of types) handlers.set(type, app.id);
  const cache = [...handlers].map(([type, id]) => `${type}=${id};`);
  await writeFile(join(applications, 'mimeinfo.cache'), ['[MIME Cache]', ...cache, ''].join('\n'));
}

interface Process {
  readonly pid: number;
  readonly parent: number;
}

/** Every process of the machine that has not ended; one that nobody has reaped has. */
const living = (): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readOf(name, 'stat');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const isGone = state === undefined || state === '' || state === 'Z';
      return isGone ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });

function readOf(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Ended meanwhile, or nobody's to read.
    return '';
  }
}

/** Those that carry the mark and what came of them: Chromium's own write over theirs. */
function processesOf(home: string): readonly number[] {
  const all = living();
  const mark = `${MARK}=${home}`;
  const found = new Set(
    all.map(({ pid }) => pid).filter((pid) => readOf(pid, 'environ').split('\0').includes(mark)),
  );
  // A set hands out what is added to it while it is walked through.
  for (const member of found)
    for (const { pid, parent } of all) if (parent === member) found.add(pid);
  return [...found];
}

async function endAll(home: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  const seen = new Set<number>();
  // A process says nothing of itself while it is being started: one empty look is not enough.
  for (let empty = 0; empty < 3;) {
    for (const pid of processesOf(home)) seen.add(pid);
    const left = living().filter(({ pid }) => seen.has(pid));
    empty = left.length === 0 ? empty + 1 : 0;
    if (performance.now() > deadline)
      throw new Error(
        `Processes of the private desktop do not end: ${left.map(({ pid }) => pid).join(', ')}`,
      );
    for (const { pid } of left)
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
