import { appContract, type ScreenName } from './app.ts';
import type { CHANNELS, EVENTS } from './channels.ts';
import { connectionsContract } from './connections.ts';
import type { Result } from './errors.ts';
import { filesContract } from './files.ts';
import { historyContract } from './history.ts';
import type { InputOf, Invocation, OutputOf } from './invocation.ts';
import { oauthContract } from './oauth.ts';
import { type RequestProgress, requestsContract } from './requests.ts';
import { type Session, sessionContract } from './session.ts';
import type { ZodType } from 'zod';

type Channels = typeof CHANNELS;
type Events = typeof EVENTS;

/** Every channel with its schema. It fails to compile while it and `CHANNELS` name different channels. */
export const contract = {
  app: appContract,
  session: sessionContract,
  connections: connectionsContract,
  oauth: oauthContract,
  requests: requestsContract,
  files: filesContract,
  history: historyContract,
} satisfies { [D in keyof Channels]: { [F in keyof Channels[D]]: Invocation<ZodType, unknown> } };

export type Contract = typeof contract;

/** The payload of every event. */
export interface EventPayloads {
  readonly session: { readonly changed: Session };
  readonly shell: { readonly showScreen: ScreenName };
  readonly requests: {
    readonly progress: { readonly requestId: string; readonly progress: RequestProgress };
  };
  /** The history of this connection is another one now. */
  readonly history: { readonly changed: { readonly connectionId: string } };
}

type Call<I> =
  undefined extends InputOf<I>
    ? () => Promise<Result<OutputOf<I>>>
    : (input: InputOf<I>) => Promise<Result<OutputOf<I>>>;

/** What main implements: one function a channel. */
export type Handlers = {
  [D in keyof Contract]: { [F in keyof Contract[D]]: Call<Contract[D][F]> };
};

type Subscriptions = {
  [D in keyof Events]: {
    [E in keyof Events[D] & keyof EventPayloads[D]]: (
      listener: (payload: EventPayloads[D][E]) => void,
    ) => () => void;
  };
};

/** `window.perch`: calls by domain, and `on` with subscriptions that return their unsubscribe. */
export type Bridge = Handlers & { readonly on: Subscriptions };
