import type { ClickUpSaid, PerchError } from '../contract/errors.ts';

/**
 * ECODEs by meaning, from ClickUp's list of common errors. The `OAUTH_` prefix alone says nothing:
 * 117 and 119 are about a missing name.
 */
const TOKEN_NOT_FOUND = new Set(['OAUTH_019', 'OAUTH_021', 'OAUTH_025', 'OAUTH_077']);
const WORKSPACE_NOT_AUTHORIZED = new Set([
  'OAUTH_023',
  'OAUTH_026',
  'OAUTH_027',
  ...Array.from({ length: 17 }, (_unused, index) => `OAUTH_0${29 + index}`),
]);

/** The longest sentence taken over from an answer; a whole HTML page is not a sentence. */
const LONGEST_SENTENCE = 300;

/**
 * Reads `{ err | error | message, ECODE }` from a parsed body; null where it holds neither a sentence
 * nor a code. A code that comes alone stands for the sentence too, since the code is what decides.
 */
export function readClickUpSaid(body: unknown): ClickUpSaid | null {
  if (typeof body !== 'object' || body === null) return null;
  const fields = new Map<string, unknown>(Object.entries(body));
  const sentence = ['err', 'error', 'message']
    .map((name) => fields.get(name))
    .find((value) => typeof value === 'string' && value !== '');
  const code = fields.get('ECODE');
  const ecode = typeof code === 'string' && code !== '' ? code.slice(0, 32) : null;
  const told = typeof sentence === 'string' ? sentence : ecode;
  // A cut through the middle of an emoji would leave half of it.
  return told === null ? null : { sentence: told.slice(0, LONGEST_SENTENCE).toWellFormed(), ecode };
}

/**
 * Names the error of an answer with a status of 400 or more.
 * @param resetAt Unix milliseconds at which the rate limit ends, where ClickUp said so.
 */
export function classifyAnswer(
  status: number,
  said: ClickUpSaid | null,
  resetAt: number | null,
  contentType: string | null,
): PerchError {
  const ecode = said?.ecode ?? '';
  if (status === 429) return { kind: 'rateLimited', resetAt, said };
  if (WORKSPACE_NOT_AUTHORIZED.has(ecode)) return { kind: 'workspaceNotAuthorized', said };
  if (status === 401 || TOKEN_NOT_FOUND.has(ecode)) return { kind: 'unauthorized', said };
  if (status === 403) return { kind: 'forbidden', said };
  if (status === 404) return { kind: 'notFound', said };
  if (status === 400 || status === 422) return { kind: 'invalid', field: '', reason: '', said };
  if (status >= 500) return { kind: 'server', status, said };
  return { kind: 'badAnswer', status, contentType, said };
}

/** Whether ClickUp said, by its exact code, that it no longer knows the token. Any other 401 is not proof. */
export const saysTokenIsGone = (error: PerchError): boolean =>
  error.kind === 'unauthorized' && TOKEN_NOT_FOUND.has(error.said?.ecode ?? '');
