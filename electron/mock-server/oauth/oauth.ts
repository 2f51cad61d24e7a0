import { randomBytes } from 'node:crypto';
import { refuse, type Answer } from '../answer.ts';
import type { RequestBody } from '../request-body.ts';
import type { Grant, TokenBook } from '../token-book.ts';
import type { OAuthApp } from './apps.ts';
import { authorize, type Directory, type Rejection } from './authorize.ts';
import { createCodeBook } from './codes.ts';
import { exchange } from './exchange.ts';

/** A code or token that was given out. */
export interface IssuedSecret extends Grant {
  readonly kind: 'code' | 'token';
  readonly value: string;
}

export interface OAuthOptions {
  readonly apps: readonly OAuthApp[];
  readonly directory: Directory;
  readonly tokens: TokenBook;
  readonly rejection: Rejection;
  readonly signedInAs: number;
  readonly codeLifeMs: number;
  readonly tokenType: string | null;
}

/** ClickUp's authorization-code flow, without PKCE, scopes, expiry and refresh, as ClickUp has it. */
export interface OAuth {
  /** Answers a request for one of the flow's two paths, see `isOAuthPath`. `now`: Unix ms. */
  answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: RequestBody,
    now: number,
  ): Answer;
  /** Every code and token given out, in order. */
  readonly issued: readonly IssuedSecret[];
}

/** Where a person authorizes an app; on ClickUp it is the app's origin, not the API's. */
const AUTHORIZE_PATH = '/api';
const TOKEN_PATH = '/api/v2/oauth/token';

/** Whether a path belongs to the flow, so that it needs no token. */
export const isOAuthPath = (path: string): boolean =>
  path === AUTHORIZE_PATH || path === TOKEN_PATH;

const wrongMethod = (method: string, allowed: string): Answer => ({
  ...refuse(405, `ClickUp has no ${method} here.`, 'SAMPLE_405'),
  headers: { Allow: allowed },
});

export function createOAuth(options: OAuthOptions): OAuth {
  const { apps, directory, tokens, rejection, signedInAs, tokenType } = options;
  const codes = createCodeBook(options.codeLifeMs);
  const issued: IssuedSecret[] = [];

  /** What is given out says what it is, so that a search for leaks finds it. */
  const give = (kind: IssuedSecret['kind'], grant: Grant): string => {
    const value = `SAMPLE_oauth_${kind}_${randomBytes(16).toString('hex')}`;
    issued.push({ ...grant, kind, value });
    return value;
  };
  const issueCode = (grant: Grant, now: number): string => {
    const code = give('code', grant);
    codes.issue(code, grant, now);
    return code;
  };
  const issueToken = (grant: Grant): string => {
    const token = give('token', grant);
    tokens.issue(token, grant);
    return token;
  };

  return {
    answer(method, path, query, body, now) {
      if (body.kind === 'refused') return body.answer;
      if (path === TOKEN_PATH) {
        if (method !== 'POST') return wrongMethod(method, 'POST');
        return exchange({ apps, codes, issueToken, tokenType }, query, body, now);
      }
      if (method !== 'GET' && method !== 'POST') return wrongMethod(method, 'GET, POST');
      const form = body.kind === 'form' ? body.fields : new URLSearchParams();
      return authorize(
        {
          apps,
          directory,
          rejection,
          signedInAs,
          allowed: tokens.allowed,
          allow: tokens.allow,
          issueCode,
        },
        query,
        method === 'POST' ? form : null,
        now,
      );
    },
    issued,
  };
}
