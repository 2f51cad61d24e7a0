import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { canBeToken } from '../sealed-record.ts';

/**
 * A team's set-up file: what an admin hands to others so that they can sign in with the team's OAuth
 * app. The secret is sealed with a passphrase, or stays with an exchange endpoint and is not in it.
 */
export interface SetupFile {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly secret: SealedSecret | { readonly kind: 'endpoint'; readonly address: string };
}

type SealedSecret = z.output<typeof sealedSecret>;

/** What became of a text that should be a set-up file. */
export type ReadSetup =
  | { readonly kind: 'setup'; readonly setup: SetupFile }
  /** Made by a later Perch. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'none' };

/** Letters that a passphrase needs at least; scrypt makes each guess cost. */
export const SHORTEST_PASSPHRASE = 12;

export type ScryptCost = Pick<SealedSecret, 'N' | 'r' | 'p'>;

/** scrypt's cost (RFC 7914), as OWASP advises for passwords: 128 MB and about 0.3 s a guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1024 * 1024;

const base64 = (bytes: number) =>
  z.string().refine((text) => Buffer.from(text, 'base64').byteLength === bytes);

const sealedSecret = z
  .strictObject({
    kind: z.literal('sealed'),
    cipher: z.literal('aes-256-gcm'),
    kdf: z.literal('scrypt'),
    // Bounded, so that a hostile file cannot make the app compute for ever.
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 17),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64(16),
    nonce: base64(12),
    tag: base64(16),
    ciphertext: z.string().max(4096),
  })
  .readonly();

const file = z.strictObject({
  perch: z.literal('oauth-setup'),
  version: z.literal(1),
  clientId: z.string().min(1).max(128),
  redirectUris: z.array(z.string().max(512)).min(1).max(8),
  secret: z.discriminatedUnion('kind', [
    sealedSecret,
    z.strictObject({ kind: z.literal('endpoint'), address: z.string().max(512) }).readonly(),
  ]),
});

const anyVersion = z.looseObject({ perch: z.literal('oauth-setup'), version: z.number().min(2) });

/** The file's text. */
export const writeSetup = (setup: SetupFile): string =>
  `${JSON.stringify({ perch: 'oauth-setup', version: 1, ...setup }, null, 2)}\n`;

/** Reads a text as a set-up file. Never throws; nothing in it is trusted beyond its form. */
export function readSetup(text: string): ReadSetup {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'none' };
  }
  const parsed = file.safeParse(value);
  if (parsed.success) {
    const { clientId, redirectUris, secret } = parsed.data;
    return { kind: 'setup', setup: { clientId, redirectUris, secret } };
  }
  return { kind: anyVersion.safeParse(value).success ? 'newer' : 'none' };
}

const deriveKey = promisify<string, Buffer, number, object, Buffer>(scrypt);

const keyOf = (
  passphrase: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
) => deriveKey(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem: MOST_MEMORY });

/** What else must not be changed without the passphrase: whose secret it is and where it may be used. */
const boundTo = (clientId: string, redirectUris: readonly string[]): Buffer =>
  Buffer.from(JSON.stringify([clientId, redirectUris]));

/**
 * Seals a client secret with a passphrase, bound to the client id and the redirect URLs beside it.
 * @param random Gives that many random bytes.
 * @param cost Of scrypt; a test may do with less.
 */
export async function sealSecret(
  secret: string,
  passphrase: string,
  beside: Pick<SetupFile, 'clientId' | 'redirectUris'>,
  random: (bytes: number) => Buffer,
  cost: ScryptCost = COST,
): Promise<SealedSecret> {
  const salt = random(16);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, cost), nonce);
  cipher.setAAD(boundTo(beside.clientId, beside.redirectUris));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    kind: 'sealed',
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    ciphertext: ciphertext.toString('base64'),
  };
}

/** The client secret of a set-up file; null with a wrong passphrase or where anything was changed. */
export async function openSecret(
  sealed: SealedSecret,
  passphrase: string,
  beside: Pick<SetupFile, 'clientId' | 'redirectUris'>,
): Promise<string | null> {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  const key = await keyOf(passphrase, bytes(sealed.salt), sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.nonce));
  decipher.setAAD(boundTo(beside.clientId, beside.redirectUris));
  decipher.setAuthTag(bytes(sealed.tag));
  try {
    const plain = Buffer.concat([decipher.update(bytes(sealed.ciphertext)), decipher.final()]);
    const secret = plain.toString('utf8');
    return canBeToken(secret) ? secret : null;
  } catch {
    return null;
  }
}
