import type { ClientRequestConstructorOptions, ResolveHostOptions } from 'electron';
import { ClientRequest } from './client-request.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { FetchInit } from './net-fetch.ts';
import { Session, type SessionModule } from './session.ts';

export interface NetHost {
  readonly isReady: () => boolean;
  readonly isOnline: () => boolean;
  readonly sessions: SessionModule;
}

/** The `net` module. */
export function createNet({ isReady, isOnline, sessions }: NetHost) {
  const sessionOf = ({ session, partition }: ClientRequestConstructorOptions): Session => {
    const given: unknown = session;
    if (given === undefined) return sessions.ofPartition(partition ?? '');
    if (given instanceof Session) return given;
    throw new TypeError('`session` should be an instance of the Session class');
  };
  return {
    request: (
      options: ClientRequestConstructorOptions | string,
      callback?: (response: IncomingMessage) => void,
    ) => {
      if (!isReady()) throw new Error('net module can only be used after app is ready');
      return new ClientRequest(sessionOf, options, callback);
    },
    fetch: (input: string | Request, init?: FetchInit) =>
      sessions.defaultSession.fetch(input, init),
    resolveHost: (host: string, options?: ResolveHostOptions) =>
      sessions.defaultSession.resolveHost(host, options),
    isOnline,
    get online() {
      return isOnline();
    },
  };
}
