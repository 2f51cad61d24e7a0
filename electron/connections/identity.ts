import type { Result } from '../contract/errors.ts';
import { ok } from '../contract/errors.ts';
import type { User, Workspace } from '../contract/session.ts';
import { type AuthorizationSupplier, type Client, valueOfAnswer } from '../clickup/client.ts';
import { findOperation, type OperationId, type Parameters } from '../clickup/operations.ts';
import { parseUser, parseWorkspaces } from '../clickup/parsers.ts';

/** Whose token it is and which Workspaces it may see. */
export interface Identity {
  readonly user: User;
  readonly workspaces: readonly Workspace[];
}

/** Sends one of Perch's own reads and gives its parsed value, or the error that the answer stands for. */
export async function readValue<T>(
  client: Client,
  authorize: AuthorizationSupplier,
  operationId: OperationId,
  parameters: Parameters,
  parse: (body: unknown) => T | null,
): Promise<Result<T>> {
  const operation = findOperation(operationId);
  if (operation === null) return { ok: false, error: { kind: 'internal' } };
  const answer = await client.send(operation, parameters, authorize);
  return answer.ok ? valueOfAnswer(answer.value, parse) : answer;
}

/**
 * Verifies a token with ClickUp, as `GET /v2/user` and `GET /v2/team` at the same time. The user's
 * error is the one told, since it is about the token itself.
 */
export async function readIdentity(
  client: Client,
  authorize: AuthorizationSupplier,
): Promise<Result<Identity>> {
  const [user, workspaces] = await Promise.all([
    readValue(client, authorize, 'get-authorized-user', {}, parseUser),
    readValue(client, authorize, 'get-authorized-workspaces', {}, parseWorkspaces),
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
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const user = await readValue(client, authorize, 'get-authorized-user', {}, parseUser);
    if (user.ok || user.error.kind !== 'unauthorized') return false;
  }
  return true;
}
