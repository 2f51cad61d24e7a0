import type { Result } from '../contract/errors.ts';
import { ok } from '../contract/errors.ts';
import type { User, Workspace } from '../contract/session.ts';
import type { AuthorizationSupplier, Client } from '../clickup/client.ts';
import { getAuthorizedUser } from '../clickup/catalogue/authorization.ts';
import { getAuthorizedWorkspaces } from '../clickup/catalogue/workspaces.ts';
import { parseUser, parseWorkspaces } from '../clickup/parsers.ts';

/** Whose token it is and which Workspaces it may see. */
export interface Identity {
  readonly user: User;
  readonly workspaces: readonly Workspace[];
}

/**
 * Verifies a token with ClickUp, as `GET /v2/user` and `GET /v2/team` at the same time. The user's
 * error is the one told, since it is about the token itself.
 */
export async function readIdentity(
  client: Client,
  authorize: AuthorizationSupplier,
): Promise<Result<Identity>> {
  const priority = 'interactive';
  const [user, workspaces] = await Promise.all([
    client.read(getAuthorizedUser, {}, parseUser, { authorize, priority }),
    client.read(getAuthorizedWorkspaces, {}, parseWorkspaces, { authorize, priority }),
  ]);
  if (!user.ok) return user;
  if (!workspaces.ok) return workspaces;
  return ok({ user: user.value, workspaces: workspaces.value });
}

/**
 * Settles a 401 whose code does not say that the token is gone (ClickUp uses 401 for missing
 * permissions too): only two refusals by `GET /v2/user` mean that the token is no longer good.
 */
export async function isTokenRefused(
  client: Client,
  authorize: AuthorizationSupplier,
): Promise<boolean> {
  const priority = 'interactive';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const user = await client.read(getAuthorizedUser, {}, parseUser, { authorize, priority });
    if (user.ok || user.error.kind !== 'unauthorized') return false;
  }
  return true;
}
