import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { runProgram } from '../run-program.ts';

/** A secret of the keyring, or why there is none. */
export type Secret =
  | { readonly kind: 'found'; readonly secret: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'absent' };

/** A prompt may be open that nobody answers; after this long it counts as not answered. */
const PATIENCE_MS = 3_000;

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
}

interface Output {
  /** Null when the program was killed or could not start. */
  readonly code: number | null;
  readonly stdout: string;
}

/** A conversation with the keyring that leaves to others how its programs are run. */
type Conversation<Result> = Generator<Command, Result, Output>;

/**
 * The app's secret in the Secret Service, made on first use. A locked keyring is never asked to
 * unlock: that would open a prompt.
 */
export async function findOrCreateSecret(application: string): Promise<Secret> {
  const conversation = converse(application);
  let step = conversation.next();
  while (step.done !== true) {
    const { program, args, input } = step.value;
    const options = { timeoutMs: PATIENCE_MS, ...(input === undefined ? {} : { input }) };
    step = conversation.next(await runProgram(program, args, options));
  }
  return step.value;
}

/** The same while everything else waits, for the calls of safeStorage that are synchronous. */
export function findOrCreateSecretSync(application: string): Secret {
  const conversation = converse(application);
  let step = conversation.next();
  while (step.done !== true) {
    const { program, args, input = '' } = step.value;
    const { status, stdout } = spawnSync(program, args, {
      input,
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    // A program that is not there has no output at all.
    step = conversation.next({ code: status, stdout: (stdout as string | null) ?? '' });
  }
  return step.value;
}

/** libsecret's schema and attribute of Chromium's key (`libsecret_util_linux.cc`). */
const attributes = (application: string): readonly string[] => [
  'xdg:schema',
  'chrome_libsecret_os_crypt_password_v2',
  'application',
  application,
];

function* converse(application: string): Conversation<Secret> {
  const state = yield* defaultCollection();
  if (state !== 'open') return { kind: state };
  const lookup = yield { program: 'secret-tool', args: ['lookup', ...attributes(application)] };
  if (lookup.code === 0 && lookup.stdout !== '') return { kind: 'found', secret: lookup.stdout };
  if (lookup.code === null) return { kind: 'absent' };
  const secret = randomBytes(16).toString('base64');
  const store = yield {
    program: 'secret-tool',
    args: ['store', `--label=${application} Safe Storage`, ...attributes(application)],
    input: secret,
  };
  return store.code === 0 ? { kind: 'found', secret } : { kind: 'absent' };
}

function* defaultCollection(): Conversation<'open' | 'locked' | 'absent'> {
  const alias = yield* callSecrets(
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'default',
  );
  const [, path] = /objectpath '(\/.+?)'/.exec(alias) ?? [];
  if (path === undefined) return 'absent';
  const locked = yield* callSecrets(
    path,
    'org.freedesktop.DBus.Properties.Get',
    'org.freedesktop.Secret.Collection',
    'Locked',
  );
  if (locked.includes('<false>')) return 'open';
  return locked.includes('<true>') ? 'locked' : 'absent';
}

/** The answer as gdbus prints it; empty when nobody answers. */
function* callSecrets(path: string, method: string, ...args: string[]): Conversation<string> {
  const target = ['--session', '--dest', 'org.freedesktop.secrets', '--object-path', path];
  const { stdout } = yield {
    program: 'gdbus',
    args: ['call', ...target, '--method', method, ...args],
  };
  return stdout;
}
