import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';

/** A Secret Service of its own, as a desktop session would have one. */
export interface Keyring {
  /** What a process needs to see this keyring and nobody else's: add it to the process's own. */
  readonly env: Record<string, string>;
  /** Opens the default collection again, without a prompt. */
  unlock(): Promise<void>;
  /** Closes the default collection: secrets stay, nobody can read them. */
  lock(): Promise<void>;
  /** Ends the keyring as a crash would; the bus stays. */
  crash(): Promise<void>;
  /** Starts it again over the same files, open. */
  revive(): Promise<void>;
  /** Ends both daemons and deletes every file. */
  stop(): Promise<void>;
}

const PASSWORD = 'SAMPLE keyring password';
const SECRETS = 'org.freedesktop.secrets';
const SERVICE_PATH = '/org/freedesktop/secrets';

/** A bus that starts nothing by itself: the desktop's own keyring and prompter stay out. */
const busConfig = (socket: string): string =>
  `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * Starts a D-Bus session bus and a gnome-keyring in folders of their own.
 * Its default collection is protected by a password and open, or closed with `locked`.
 * There is no prompter, so asking a closed collection for a secret fails at once.
 * Rejects when dbus-daemon, gnome-keyring-daemon or gdbus is not installed.
 */
export async function startKeyring(options: { locked?: boolean } = {}): Promise<Keyring> {
  const session = await startBus();
  const { env } = session;
  const stopWith = async (error: unknown): Promise<never> => {
    await session.stop();
    throw error;
  };
  let daemon = await startDaemon(env).catch(stopWith);
  const stop = async (): Promise<void> => {
    await end(daemon);
    await session.stop();
  };
  const collection = await defaultCollection(env).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const keyring: Keyring = {
    env,
    unlock: () => unlockByControlSocket(join(session.runtimeDir, 'keyring', 'control')),
    lock: async () => {
      await callSecrets(env, SERVICE_PATH, 'Service.Lock', `['${collection}']`);
    },
    crash: async () => {
      daemon.kill('SIGKILL');
      await once(daemon, 'exit');
    },
    revive: async () => {
      daemon = await startDaemon(env);
      await defaultCollection(env);
    },
    stop,
  };
  if (options.locked === true) await keyring.lock();
  return keyring;
}

async function startDaemon(env: Record<string, string>): Promise<ChildProcess> {
  const daemon = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env: { ...process.env, ...env }, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  await once(daemon, 'spawn');
  daemon.stdin.end(PASSWORD);
  return daemon;
}

/** The object path of the default collection, once there is one. */
const defaultCollection = (env: Record<string, string>): Promise<string> =>
  until(async () => {
    const alias = await callSecrets(env, SERVICE_PATH, 'Service.ReadAlias', 'default');
    return /'(\/org\/freedesktop\/secrets\/collection\/[^']+)'/.exec(alias)?.[1];
  });

/** Patient, because a program that has just ended may still be writing its last. */
const REMOVE = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 } as const;

/** A session bus on which no keyring answers: the state of a desktop without a Secret Service. */
export async function startBus(): Promise<{
  readonly env: Record<string, string>;
  readonly runtimeDir: string;
  stop(): Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'keyring-'));
  const runtimeDir = join(root, 'run');
  await mkdir(runtimeDir, { mode: 0o700 });
  const socket = join(runtimeDir, 'bus');
  const config = join(root, 'bus.conf');
  await writeFile(config, busConfig(socket));
  const env = {
    HOME: join(root, 'home'),
    XDG_RUNTIME_DIR: runtimeDir,
    XDG_CONFIG_HOME: join(root, 'home', '.config'),
    XDG_DATA_HOME: join(root, 'home', '.local', 'share'),
    XDG_CACHE_HOME: join(root, 'home', '.cache'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
  };
  await mkdir(env.XDG_DATA_HOME, { recursive: true });
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await Promise.race([
      once(daemon.stdout, 'data'),
      once(daemon, 'exit').then(() => Promise.reject(new Error('dbus-daemon did not start'))),
    ]);
  } catch (error) {
    await rm(root, REMOVE);
    throw error;
  }
  return {
    env,
    runtimeDir,
    stop: async () => {
      await end(daemon);
      await rm(root, REMOVE);
    },
  };
}

async function callSecrets(
  env: Record<string, string>,
  path: string,
  method: string,
  ...args: readonly string[]
): Promise<string> {
  const target = ['--dest', SECRETS, '--object-path', path];
  const name = `org.freedesktop.Secret.${method}`;
  const result = await runProgram(
    'gdbus',
    ['call', '--session', '--timeout', '5', ...target, '--method', name, ...args],
    { env: { ...process.env, ...env }, timeoutMs: 6_000 },
  );
  if (result.code !== 0) throw new Error(`${name} failed: ${result.stderr.trim()}`);
  return result.stdout;
}

/**
 * Speaks the request PAM makes at login: a credentials byte, then big-endian length, operation
 * and password; the answer is a length and a result (gnome-keyring's `gkd-control-codes.h`).
 */
async function unlockByControlSocket(path: string): Promise<void> {
  const OPERATION_UNLOCK = 1;
  const password = Buffer.from(PASSWORD);
  const head = Buffer.alloc(12);
  head.writeUInt32BE(head.length + password.length, 0);
  head.writeUInt32BE(OPERATION_UNLOCK, 4);
  head.writeUInt32BE(password.length, 8);
  const socket = connect(path);
  socket.write(Buffer.concat([Buffer.alloc(1), head, password]));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const answer = Buffer.concat(chunks);
  if (answer.length < 8 || answer.readUInt32BE(4) !== 0)
    throw new Error(`The keyring did not unlock: it answered 0x${answer.toString('hex')}`);
}

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const value = await read().catch((error: unknown) => {
      if (performance.now() > deadline) throw error;
      return undefined;
    });
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error('The keyring has no default collection');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
