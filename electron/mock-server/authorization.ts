import { refuse, type Answer } from './answer.ts';

/** A token the server knows in strict mode. */
export interface MockToken {
  readonly value: string;
  /**
   * A personal token is accepted bare only. An OAuth token is accepted as `Bearer …` and bare, since
   * ClickUp seems to take both.
   */
  readonly kind: 'personal' | 'oauth';
  /** Whose it is; the owner of the sample data where not given. */
  readonly userId?: number;
  /** The Workspaces ticked on the consent screen; all of the person's where not given. */
  readonly workspaceIds?: readonly string[];
}

/** Open: any non-empty `Authorization` is the owner's. Strict: exactly these tokens. */
export type TokenPolicy = 'any' | readonly MockToken[];

/** How a request showed its token. */
export type AuthorizationKind = 'personal' | 'bearer' | 'none';

export interface Credentials {
  readonly kind: AuthorizationKind;
  readonly value: string;
}

export type Verdict =
  | { readonly ok: true; readonly token: MockToken }
  | { readonly ok: false; readonly answer: Answer };

/** Takes an `Authorization` header apart. */
export function readAuthorization(header: string | undefined): Credentials {
  const text = (header ?? '').trim();
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(text);
  if (bearer !== null) {
    const value = bearer[1] ?? '';
    return { kind: value === '' ? 'none' : 'bearer', value };
  }
  return { kind: text === '' ? 'none' : 'personal', value: text };
}

/**
 * Decides whether a request may pass. OAUTH_017 (documented) for a missing header; OAUTH_025 with
 * "Token invalid" (documented code, sentence observed by peers) for a token nobody knows.
 */
export function judge(credentials: Credentials, policy: TokenPolicy): Verdict {
  const { kind, value } = credentials;
  if (kind === 'none') {
    return { ok: false, answer: refuse(401, 'Authorization header required', 'OAUTH_017') };
  }
  if (policy === 'any') {
    return { ok: true, token: { value, kind: kind === 'bearer' ? 'oauth' : 'personal' } };
  }
  const token = policy.find(
    (known) => known.value === value && (known.kind === 'oauth' || kind === 'personal'),
  );
  return token === undefined
    ? { ok: false, answer: refuse(401, 'Token invalid', 'OAUTH_025') }
    : { ok: true, token };
}
