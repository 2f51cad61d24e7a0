import { createContext, use } from 'react';
import type { AppDescription } from '../../electron/contract/app.ts';
import type { Bridge } from '../../electron/contract/contract.ts';
import type { Session } from '../../electron/contract/session.ts';
import type { Strings } from '../strings/strings.ts';
import type { Clock } from './clock.ts';
import type { SessionStore } from './session-store.ts';
import { useStore } from './store.ts';

/** What every component may use; the root builds it once. */
export interface Services {
  readonly bridge: Bridge;
  readonly app: AppDescription;
  readonly clock: Clock;
  readonly session: SessionStore;
  readonly strings: Strings;
  /** A fresh UUID. */
  newId(): string;
}

export const ServicesContext = createContext<Services | null>(null);

/** The app's services. Throws outside of the provider. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('No services above this component.');
  return services;
}

/** Every text that people read. */
export const useStrings = (): Strings => useServices().strings;

/** The session. Only for components below the point where it has been read. */
export function useSession(): Session {
  const { session } = useServices();
  return useStore(session, (state) => {
    if (state.kind !== 'ready') throw new Error('The session has not been read yet.');
    return state.session;
  });
}
