import { createHash } from 'node:crypto';
import * as z from 'zod';

/** Visible ASCII: what may stand in an `Authorization` header, less spaces, which no token holds. */
const TOKEN = /^[\u0021-\u007E]{1,512}$/u;

/** Whether a text can be sent as a token at all. Says nothing about whether ClickUp knows it. */
export const canBeToken = (text: string): boolean => TOKEN.test(text);

const endpoint = z.strictObject({ api: z.url(), authorize: z.url() }).readonly();

/** A token together with the endpoint it may be sent to and the user it belongs to. */
const token = z.strictObject({
  kind: z.literal('token'),
  connectionId: z.uuid(),
  token: z.string().regex(TOKEN),
  scheme: z.enum(['personal', 'bearer']),
  endpoint,
  userId: z.number().int(),
});

/** The secret of a person's or a team's OAuth app. */
const clientSecret = z.strictObject({
  kind: z.literal('clientSecret'),
  appId: z.uuid(),
  secret: z.string().regex(TOKEN),
});

/** A sign-in under way, kept so that a link which starts the app still counts. */
const attempt = z.strictObject({
  kind: z.literal('attempt'),
  state: z.string().min(1),
  redirect: z
    .strictObject({ route: z.enum(['protocol', 'loopback', 'bridge']), uri: z.string() })
    .readonly(),
  appId: z.uuid(),
  clientId: z.string(),
  connectionId: z.uuid().nullable(),
  endpoint,
  /** Unix milliseconds. */
  expiresAt: z.number(),
});

const record = z.discriminatedUnion('kind', [
  token.readonly(),
  clientSecret.readonly(),
  attempt.readonly(),
]);

/** Everything that is ever encrypted. */
export type SealedRecord = z.output<typeof record>;
export type TokenRecord = Extract<SealedRecord, { kind: 'token' }>;

const sealed = z.strictObject({ version: z.literal(1), record, checksum: z.string() });

/** Over the parsed record, whose fields always come in the schema's order. */
const checksumOf = (parsed: SealedRecord): string =>
  createHash('sha256').update(JSON.stringify(parsed)).digest('base64');

/**
 * The text to encrypt. Its checksum is needed because the cipher is not authenticated (requirement T4).
 * Throws where a record breaks its own schema: what could not be read again must not be written.
 */
export function encodeRecord(given: SealedRecord): string {
  const parsed = record.parse(given);
  return JSON.stringify({ version: 1, record: parsed, checksum: checksumOf(parsed) });
}

/**
 * Reads a decrypted text. Null where a byte was flipped, where it is empty, or where the token could
 * not be a header: a record is whole or it is none.
 */
export function decodeRecord(text: string): SealedRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = sealed.safeParse(value);
  if (!parsed.success || parsed.data.checksum !== checksumOf(parsed.data.record)) return null;
  return parsed.data.record;
}
