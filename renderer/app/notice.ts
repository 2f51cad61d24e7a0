import type {
  Connection,
  LostWorkspace,
  Session,
  StorageNotice,
} from '../../electron/contract/session.ts';
import { activeConnection } from '../data/session-store.ts';

/** A state that lasts and that every screen tells of. */
export type Notice =
  | { readonly kind: 'sample'; readonly connectionId: string }
  /** Only a new token, or for an OAuth connection another sign-in, helps. */
  | {
      readonly kind: 'needsReauth';
      readonly reason: 'revoked' | 'refused' | 'unreadable';
      readonly connection: Connection;
    }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'lostWorkspace';
      readonly workspace: LostWorkspace;
      readonly connection: Connection;
    }
  | { readonly kind: 'storage'; readonly storage: StorageNotice }
  | { readonly kind: 'insecure'; readonly connectionId: string }
  | { readonly kind: 'unavailable' };

/** The one notice that matters most, or null. What stops work comes before what merely should be known. */
export function noticeFor(session: Session): Notice | null {
  const { vault, storage } = session;
  const connection = activeConnection(session);
  if (connection === null) {
    if (vault.kind === 'locked') return { kind: 'locked' };
    return storage === null ? null : { kind: 'storage', storage };
  }
  if (connection.kind === 'sample') return { kind: 'sample', connectionId: connection.id };
  switch (connection.status.kind) {
    case 'needsReauth':
      return { kind: 'needsReauth', reason: connection.status.reason, connection };
    case 'locked':
      return { kind: 'locked' };
    case 'unreadable':
      return { kind: 'needsReauth', reason: 'unreadable', connection };
    case 'ok':
      break;
  }
  if (session.lostWorkspace !== null) {
    return { kind: 'lostWorkspace', workspace: session.lostWorkspace, connection };
  }
  if (connection.place === 'memory') {
    if (vault.kind === 'insecure') return { kind: 'insecure', connectionId: connection.id };
    if (vault.kind === 'unavailable') return { kind: 'unavailable' };
  }
  return storage === null ? null : { kind: 'storage', storage };
}

/** What a notice is told about: whoever dismissed it has dismissed that and nothing else. */
export const noticeKey = (notice: Notice): string =>
  notice.kind === 'lostWorkspace' ? `${notice.kind} ${notice.workspace.id}` : notice.kind;
