import { fail, ok, type PerchError, type Result } from '../../contract/errors.ts';
import { classifyAnswer, readClickUpSaid } from '../../clickup/api-errors.ts';
import type { Endpoint } from '../../clickup/endpoint.ts';
import type { RawAnswer, Transport } from '../../clickup/transport.ts';
import { canBeToken } from '../sealed-record.ts';
import { UNSAFE } from './callback.ts';
import type { ExchangeWith } from './oauth-apps.ts';

/** A code and everything needed to turn it into a token, once. */
export interface ExchangeRequest {
  readonly code: string;
  readonly state: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly endpoint: Endpoint;
  readonly with: ExchangeWith;
}

/**
 * Exchanges an authorization code for a token (step 3 of ClickUp's authentication page). Errors name
 * what to mend: `invalid(clientId | clientSecret | redirect | code)`, and the transport's own. The
 * code is good for one exchange, so nothing here is ever repeated.
 */
export type ExchangeCode = (request: ExchangeRequest) => Promise<Result<string>>;

/**
 * The address of a team's exchange endpoint, written anew; null where it is neither https nor on
 * this computer, since the code goes to it.
 */
export function exchangeAddress(text: string): string | null {
  const typed = text.trim();
  if (UNSAFE.test(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1');
  const isPlain = url.username === '' && url.password === '' && url.hash === '';
  return isSafe && isPlain ? url.href : null;
}

/** ECODEs of the token endpoint by what has to be mended (ClickUp's common errors; 011, 013 and 014 as observed). */
const FIELDS: Readonly<Record<string, string>> = {
  OAUTH_007: 'redirect',
  OAUTH_010: 'clientId',
  OAUTH_011: 'clientSecret',
  OAUTH_013: 'code',
  OAUTH_014: 'code',
  OAUTH_017: 'clientSecret',
};

export function createExchange(transport: Transport): ExchangeCode {
  return async (request) => {
    const answered = await transport({
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...messageOf(request),
    });
    if (!answered.ok) return fail(answered.error);
    const body = readJson(answered.value);
    if (answered.value.status >= 400) return fail(errorOf(answered.value, body));
    const token = tokenIn(body);
    return token === null ? fail(badAnswer(answered.value)) : ok(token);
  };
}

/** To ClickUp with the secret, or to the team's endpoint, which has it. */
function messageOf(request: ExchangeRequest): { readonly url: string; readonly body: string } {
  const { code, clientId, state, redirectUri } = request;
  if (request.with.kind === 'endpoint') {
    return {
      url: request.with.address,
      body: JSON.stringify({ code, state, client_id: clientId, redirect_uri: redirectUri }),
    };
  }
  return {
    url: new URL('/api/v2/oauth/token', request.endpoint.api).href,
    body: JSON.stringify({ client_id: clientId, client_secret: request.with.secret, code }),
  };
}

function errorOf(answer: RawAnswer, body: unknown): PerchError {
  const said = readClickUpSaid(body);
  const field = FIELDS[said?.ecode ?? ''];
  if (field !== undefined) return { kind: 'invalid', field, reason: '', said };
  const error = classifyAnswer(answer.status, said, null, contentTypeOf(answer));
  // There is no token yet that could be refused: it is the app's own credentials that were.
  return error.kind === 'unauthorized'
    ? { kind: 'invalid', field: 'clientSecret', reason: '', said }
    : error;
}

const contentTypeOf = ({ headers }: RawAnswer): string | null => headers.get('content-type');

const badAnswer = (answer: RawAnswer): PerchError => ({
  kind: 'badAnswer',
  status: answer.status,
  contentType: contentTypeOf(answer),
  said: null,
});

function readJson({ bytes }: RawAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** `{ access_token }`; a token that could not be a header is none. */
function tokenIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return null;
  const { access_token: token } = body;
  return typeof token === 'string' && canBeToken(token) ? token : null;
}
