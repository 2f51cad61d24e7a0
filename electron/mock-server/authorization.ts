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

/** Open: any non-empty `Authorization` is the owner's. Strict: exactly these tokens, and those issued. */
export type TokenPolicy = 'any' | readonly MockToken[];

/** How a request showed its token. */
export type AuthorizationKind = 'personal' | 'bearer' | 'none';

export interface Credentials {
  readonly kind: AuthorizationKind;
  readonly value: string;
}

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
