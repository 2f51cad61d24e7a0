import type { Session, StorageNotice } from '../../electron/contract/session.ts';
import { activeConnection } from '../data/session-store.ts';

/** A state that lasts and that every screen tells of. */
export type Notice =
  | { readonly kind: 'sample'; readonly connectionId: string }
  | { readonly kind: 'needsReauth'; readonly reason: 'revoked' | 'refused' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
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
      return { kind: 'needsReauth', reason: connection.status.reason };
    case 'locked':
      return { kind: 'locked' };
    case 'unreadable':
      return { kind: 'unreadable' };
    case 'ok':
      break;
  }
  if (connection.place === 'memory') {
    if (vault.kind === 'insecure') return { kind: 'insecure', connectionId: connection.id };
    if (vault.kind === 'unavailable') return { kind: 'unavailable' };
  }
  return storage === null ? null : { kind: 'storage', storage };
}
