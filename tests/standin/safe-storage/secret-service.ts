import { randomBytes } from 'node:crypto';
import { runProgram } from '../run-program.ts';

/** A secret of the keyring, or why there is none. */
export type Secret =
  | { readonly kind: 'found'; readonly secret: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'absent' };

/** A prompt may be open that nobody answers; after this long it counts as not answered. */
const PATIENCE_MS = 3_000;

/** libsecret's schema and attribute of Chromium's key (`libsecret_util_linux.cc`). */
const attributes = (application: string): readonly string[] => [
  'xdg:schema',
  'chrome_libsecret_os_crypt_password_v2',
  'application',
  application,
];

/**
 * The app's secret in the Secret Service, made on first use. A locked keyring is never asked to
 * unlock: that would open a prompt.
 */
export async function findOrCreateSecret(application: string): Promise<Secret> {
  const state = await defaultCollection();
  if (state !== 'open') return { kind: state };
  const lookup = await runProgram('secret-tool', ['lookup', ...attributes(application)], {
    timeoutMs: PATIENCE_MS,
  });
  if (lookup.code === 0 && lookup.stdout !== '') return { kind: 'found', secret: lookup.stdout };
  if (lookup.code === null) return { kind: 'absent' };
  const secret = randomBytes(16).toString('base64');
  const store = await runProgram(
    'secret-tool',
    ['store', `--label=${application} Safe Storage`, ...attributes(application)],
    { input: secret, timeoutMs: PATIENCE_MS },
  );
  return store.code === 0 ? { kind: 'found', secret } : { kind: 'absent' };
}

async function defaultCollection(): Promise<'open' | 'locked' | 'absent'> {
  const alias = await callSecrets(
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'default',
  );
  const [, path] = /objectpath '(\/.+?)'/.exec(alias) ?? [];
  if (path === undefined) return 'absent';
  const locked = await callSecrets(
    path,
    'org.freedesktop.DBus.Properties.Get',
    'org.freedesktop.Secret.Collection',
    'Locked',
  );
  if (locked.includes('<false>')) return 'open';
  return locked.includes('<true>') ? 'locked' : 'absent';
}

/** The answer as gdbus prints it; empty when nobody answers. */
async function callSecrets(path: string, method: string, ...args: string[]): Promise<string> {
  const target = ['--session', '--dest', 'org.freedesktop.secrets', '--object-path', path];
  const { stdout } = await runProgram('gdbus', ['call', ...target, '--method', method, ...args], {
    timeoutMs: PATIENCE_MS,
  });
  return stdout;
}
