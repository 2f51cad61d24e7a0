import { refuse, type Answer } from './answer.ts';
import type { Credentials, MockToken, TokenPolicy } from './authorization.ts';
import { TOKEN_NOT_FOUND, type TokenNotFoundEcode } from './ecodes.ts';

export type Verdict =
  | { readonly ok: true; readonly token: MockToken }
  | { readonly ok: false; readonly answer: Answer };

/** What one person allows one OAuth app. All tokens of that pair reach the same Workspaces. */
export interface Grant {
  readonly clientId: string;
  readonly userId: number;
}

/** Every token that is or was good, and what it reaches. */
export interface TokenBook {
  /**
   * Decides whether a request may pass. OAUTH_017 (documented) for a missing header; OAUTH_025 with
   * "Token invalid" (documented code, sentence observed by peers) for a token nobody knows; a code of
   * the same meaning for one that was revoked.
   */
  judge(credentials: Credentials): Verdict;
  /** Sets the Workspaces that a person allows an app, for its earlier tokens too. */
  allow(grant: Grant, workspaceIds: readonly string[]): void;
  /** The Workspaces that a person allows an app; null before the person was asked. */
  allowed(grant: Grant): readonly string[] | null;
  /** Makes an OAuth token good. */
  issue(value: string, grant: Grant): void;
  /** Ends a token at once. */
  revoke(value: string, ecode: TokenNotFoundEcode): void;
  /** Ends a token at once and makes another one of the same person good. */
  replace(value: string, replacement: string): void;
  /** Takes a Workspace away from a token and, if it is an OAuth token, from the app's other ones. */
  forgetWorkspace(value: string, workspaceId: string): void;
}

type Entry =
  | { readonly kind: 'good'; readonly token: MockToken }
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'gone'; readonly ecode: TokenNotFoundEcode };

const keyOf = ({ clientId, userId }: Grant): string => `${userId} ${clientId}`;

const invalid = (ecode: TokenNotFoundEcode): Verdict => ({
  ok: false,
  answer: refuse(401, TOKEN_NOT_FOUND, ecode),
});

/** @param reach The Workspaces that a token reaches as it stands. */
export function createTokenBook(
  policy: TokenPolicy,
  reach: (token: MockToken) => readonly string[],
): TokenBook {
  const entries = new Map<string, Entry>();
  const grants = new Map<string, readonly string[]>();
  if (policy !== 'any') {
    for (const token of policy) entries.set(token.value, { kind: 'good', token });
  }

  const entryOf = (value: string): Entry | null =>
    entries.get(value) ??
    (policy === 'any' ? { kind: 'good', token: { value, kind: 'oauth' } } : null);

  return {
    judge({ kind, value }) {
      if (kind === 'none') {
        return { ok: false, answer: refuse(401, 'Authorization header required', 'OAUTH_017') };
      }
      const entry = entryOf(value);
      if (entry === null) return invalid('OAUTH_025');
      if (entry.kind === 'gone') return invalid(entry.ecode);
      if (entry.kind === 'granted') {
        const { userId } = entry.grant;
        const workspaceIds = grants.get(keyOf(entry.grant)) ?? [];
        return { ok: true, token: { value, kind: 'oauth', userId, workspaceIds } };
      }
      return kind === 'bearer' && entry.token.kind === 'personal'
        ? invalid('OAUTH_025')
        : { ok: true, token: entry.token };
    },
    allow: (grant, workspaceIds) => void grants.set(keyOf(grant), workspaceIds),
    allowed: (grant) => grants.get(keyOf(grant)) ?? null,
    issue: (value, grant) => void entries.set(value, { kind: 'granted', grant }),
    revoke: (value, ecode) => void entries.set(value, { kind: 'gone', ecode }),
    replace(value, replacement) {
      const entry = entryOf(value);
      entries.set(value, { kind: 'gone', ecode: 'OAUTH_019' });
      if (entry === null || entry.kind === 'gone') return;
      entries.set(
        replacement,
        entry.kind === 'good'
          ? { kind: 'good', token: { ...entry.token, value: replacement } }
          : entry,
      );
    },
    forgetWorkspace(value, workspaceId) {
      const entry = entryOf(value);
      if (entry === null || entry.kind === 'gone') return;
      const without = (ids: readonly string[]) => ids.filter((id) => id !== workspaceId);
      if (entry.kind === 'granted') {
        const key = keyOf(entry.grant);
        grants.set(key, without(grants.get(key) ?? []));
        return;
      }
      const workspaceIds = without(reach(entry.token));
      entries.set(value, { kind: 'good', token: { ...entry.token, workspaceIds } });
    },
  };
}
