import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * What is encrypted: a token together with the endpoint it may be sent to and the user it belongs to.
 */
export interface TokenRecord {
  readonly connectionId: string;
  readonly token: string;
  readonly scheme: 'personal' | 'bearer';
  readonly endpoint: { readonly api: string; readonly authorize: string };
  readonly userId: number;
}

/** Visible ASCII: what may stand in an `Authorization` header, less spaces, which no token holds. */
const TOKEN = /^[\u0021-\u007E]{1,512}$/u;

/** Whether a text can be sent as a token at all. Says nothing about whether ClickUp knows it. */
export const canBeToken = (text: string): boolean => TOKEN.test(text);

const schema = z.strictObject({
  version: z.literal(1),
  record: z.strictObject({
    connectionId: z.uuid(),
    token: z.string().regex(TOKEN),
    scheme: z.enum(['personal', 'bearer']),
    endpoint: z.strictObject({ api: z.url(), authorize: z.url() }),
    userId: z.number().int(),
  }),
  checksum: z.string(),
});

const checksumOf = (record: TokenRecord): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        record.connectionId,
        record.token,
        record.scheme,
        record.endpoint.api,
        record.endpoint.authorize,
        record.userId,
      ]),
    )
    .digest('base64');

/** The text to encrypt. Its checksum is needed because the cipher is not authenticated (requirement T4). */
export const encodeRecord = (record: TokenRecord): string =>
  JSON.stringify({ version: 1, record, checksum: checksumOf(record) });

/**
 * Reads a decrypted text. Null where a byte was flipped, where it is empty, or where the token could
 * not be a header: a record is whole or it is none.
 */
export function decodeRecord(text: string): TokenRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success || parsed.data.checksum !== checksumOf(parsed.data.record)) return null;
  return parsed.data.record;
}
