import type { Session } from '../contract/session.ts';

/** Whether a picture belongs to a person or a Workspace that the window is being told of. */
export function namesPicture({ connections, signIn }: Session, address: string): boolean {
  const confirming = signIn?.kind === 'confirming' ? [signIn] : [];
  return [...connections, ...confirming].some(({ user, workspaces }) =>
    [user, ...workspaces].some(({ picture }) => picture === address),
  );
}
