import { json, refuse, type Answer } from '../answer.ts';
import { assertNever } from '../assert-never.ts';
import type { RequestBody } from '../request-body.ts';
import type { Grant } from '../token-book.ts';
import { CLIENT_NOT_FOUND, type OAuthApp } from './apps.ts';
import type { CodeBook } from './codes.ts';

export interface ExchangeOptions {
  readonly apps: readonly OAuthApp[];
  readonly codes: CodeBook;
  /** Makes a token good and gives it. */
  readonly issueToken: (grant: Grant) => string;
  /** The `token_type` of the answer, which ClickUp does not declare; none where null. */
  readonly tokenType: string | null;
}

const missing = (name: string): Answer => refuse(400, `${name} not passed`, 'OAUTH_017');

/**
 * Changes a code for a token. Parameters come as JSON, as a form or, from old clients, in the query;
 * an `Authorization` header is not read (a peer's live test). Codes: OAUTH_010 documented; OAUTH_011
 * for a wrong or missing secret and OAUTH_014 observed with their sentences; OAUTH_013 observed. Which
 * statuses ClickUp gives them is not known. `now`: Unix ms.
 */
export function exchange(
  { apps, codes, issueToken, tokenType }: ExchangeOptions,
  query: URLSearchParams,
  body: RequestBody,
  now: number,
): Answer {
  const parameter = parametersOf(query, body);
  const clientId = parameter('client_id');
  if (clientId === null) return missing('client_id');
  const app = apps.find((each) => each.clientId === clientId);
  if (app === undefined) return refuse(401, CLIENT_NOT_FOUND.sentence, CLIENT_NOT_FOUND.ecode);
  if (parameter('client_secret') !== app.clientSecret) {
    return refuse(401, 'Client secret does not match', 'OAUTH_011');
  }
  const code = parameter('code');
  if (code === null) return missing('code');
  const redemption = codes.redeem(code, clientId, now);
  switch (redemption.kind) {
    case 'unknown':
      return refuse(400, 'Code not found', 'OAUTH_013');
    case 'used':
      return refuse(400, 'Code already used', 'OAUTH_014');
    case 'good':
      return json({
        access_token: issueToken(redemption.grant),
        ...(tokenType === null ? {} : { token_type: tokenType }),
      });
    default:
      return assertNever(redemption);
  }
}

/** Reads one parameter: the body first, then the query; an empty one counts as missing. */
function parametersOf(query: URLSearchParams, body: RequestBody): (name: string) => string | null {
  const fields = bodyFields(body);
  return (name) => fields.get(name) || query.get(name) || null;
}

/** The text fields of a body by name. */
export function bodyFields(body: RequestBody): ReadonlyMap<string, string> {
  if (body.kind === 'form') return new Map(body.fields);
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) {
    return new Map();
  }
  return new Map(
    Object.entries(body.value).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  );
}
