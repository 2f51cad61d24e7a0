import { REDACTED, redactAnswer } from '../clickup/redaction.ts';
import type { RequestInput } from '../clickup/request-runner.ts';
import type { PerchError, Result } from '../contract/errors.ts';
import type { HistoryEntry, RememberedBody, RememberedOutcome } from '../contract/history.ts';
import type { Answer, Parameters } from '../contract/requests.ts';

/** What is kept of a body or of all parameters at most, in UTF-16 code units of JSON. */
const LONGEST = 8_000;

/** Personal tokens by their looks: somebody may have written another one than the connection's own. */
const PERSONAL_TOKEN = /\bpk_\d+_\w{16,}/gu;

/** What a history keeps of a request, before it knows whether that was sent before. */
export type Remembered = Pick<HistoryEntry, 'operationId' | 'parameters' | 'body' | 'lacks'>;

interface Kept<T> {
  readonly value: T;
  readonly secrets: number;
  readonly rest: boolean;
}

/**
 * What may be kept of a request: secrets blanked by field name as in answers, tokens wherever they
 * stand, and what is too large left out.
 * @param token The token it was sent with. Not empty.
 */
export function remember(
  { operationId, parameters, body }: Pick<RequestInput, 'operationId' | 'parameters' | 'body'>,
  token: string,
): Remembered {
  const keptParameters = keepParameters(parameters, token);
  const keptBody = keepBody(body, token);
  return {
    operationId,
    parameters: keptParameters.value,
    body: keptBody.value,
    lacks: {
      secrets: keptParameters.secrets + keptBody.secrets,
      rest: keptParameters.rest || keptBody.rest,
    },
  };
}

function keepText(text: string, token: string): Kept<string> {
  const redacted = redactAnswer(text, token);
  let secrets = redacted.count;
  const value = redacted.text.replace(PERSONAL_TOKEN, () => {
    secrets += 1;
    return REDACTED;
  });
  return { value, secrets, rest: false };
}

function keepParameters(parameters: Parameters, token: string): Kept<Parameters> {
  const kept = keepText(JSON.stringify(parameters), token);
  if (kept.value.length > LONGEST) return { value: {}, secrets: 0, rest: true };
  return { ...kept, value: JSON.parse(kept.value) as Parameters };
}

function keepBody(body: RequestInput['body'], token: string): Kept<RememberedBody> {
  switch (body.kind) {
    case 'none':
      return { value: { kind: 'none' }, secrets: 0, rest: false };
    case 'json': {
      const kept = keepText(body.text, token);
      const rest = kept.value.length > LONGEST;
      const text = kept.value.slice(0, LONGEST).toWellFormed();
      return { ...kept, rest, value: { kind: 'json', text } };
    }
    case 'file': {
      const fields = keepParameters(body.fields, token);
      return { ...fields, value: { kind: 'file', fields: fields.value } };
    }
  }
}

/** Errors of a request that may have left this computer. */
const SENT: ReadonlySet<PerchError['kind']> = new Set([
  'offline',
  'timeout',
  'rateLimited',
  'server',
  'badAnswer',
  'cancelled',
]);

/** What became of a request that was sent; null where it never was. */
export function outcomeOf(answer: Result<Answer>): RememberedOutcome | null {
  if (answer.ok) {
    const { status, durationMs } = answer.value;
    return { kind: 'answered', status, durationMs };
  }
  const { kind } = answer.error;
  return SENT.has(kind) ? { kind: 'failed', error: kind } : null;
}

/** Whether two requests are the same one, whatever the order of their parameters. */
export const isSameRequest = (one: Remembered, other: Remembered): boolean =>
  signatureOf(one) === signatureOf(other);

const sorted = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const signatureOf = ({ operationId, parameters, body, lacks }: Remembered): string =>
  JSON.stringify([
    operationId,
    sorted(parameters),
    body.kind === 'file' ? { ...body, fields: sorted(body.fields) } : body,
    lacks,
  ]);
