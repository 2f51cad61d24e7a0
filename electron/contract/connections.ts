import * as z from 'zod';
import { invocation, nothing } from './invocation.ts';
import type { Connection } from './session.ts';

const connectionId = z.uuid();

export const connectionsContract = {
  /** The one message that carries a token, from the person's field to main. The answer never does. */
  connectPersonal: invocation(
    z.strictObject({ token: z.string().max(1024) }),
  ).returns<Connection>(),
  connectSample: invocation(nothing).returns<Connection>(),
  verify: invocation(z.strictObject({ connectionId })).returns<Connection>(),
  activate: invocation(z.strictObject({ connectionId })).returns<null>(),
  signOut: invocation(z.strictObject({ connectionId })).returns<null>(),
  /** Stores on disk what the vault holds in memory only, under a key that is not secret: the person's own choice. */
  keepWeakly: invocation(z.strictObject({ connectionId })).returns<null>(),
  retryVault: invocation(nothing).returns<null>(),
};
