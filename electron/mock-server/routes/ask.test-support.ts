import type { SampleData } from '../data/model.ts';
import { createSampleData } from '../data/sample-data.ts';
import { createQuery } from '../query.ts';
import { createWorld, type World } from '../world.ts';
import { route } from './router.ts';

/** Monday, 23 November 2026, 09:00 in Berlin. */
export const NOW = Date.UTC(2026, 10, 23, 8);

export const NORTHWIND = '9002411';
export const ADA = 81204411;
/** A guest of the festival who may write, and one of the hospitals who may only look. */
export const RUTH = 81402230;
export const ERIK = 81455032;

export interface Asked {
  readonly status: number;
  /** The JSON of the answer; null where it has none. */
  readonly body: unknown;
}

export interface AskOptions {
  readonly query?: string;
  readonly body?: unknown;
  readonly userId?: number;
  readonly now?: number;
  readonly visibleFrom?: number;
}

/** Routes over a world of their own, without a server. Only tests import this. */
export interface Asking {
  readonly data: SampleData;
  readonly world: World;
  ask(method: string, path: string, options?: AskOptions): Asked;
  /** The body of an answer below 300; throws for any other. */
  get(path: string, query?: string): unknown;
  send(method: string, path: string, body?: unknown, options?: AskOptions): unknown;
}

export function startAsking(data: SampleData = createSampleData(NOW)): Asking {
  const world = createWorld(data);
  const ask: Asking['ask'] = (method, path, options = {}) => {
    const { query = '', body, userId = data.ownerId, now = NOW, visibleFrom = now } = options;
    const answer = route(method, `/api${path}`, {
      world,
      userId,
      workspaces: world.workspacesOf({ value: 'SAMPLE', kind: 'personal', userId }),
      query: createQuery(new URLSearchParams(query)),
      body,
      now,
      visibleFrom,
      lastPageOnTeam: false,
    });
    return {
      status: answer.status,
      body: answer.body === '' ? null : (JSON.parse(answer.body) as unknown),
    };
  };
  const send: Asking['send'] = (method, path, body, options = {}) => {
    const answer = ask(method, path, { ...options, body });
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
    }
    return answer.body;
  };
  return {
    data,
    world,
    ask,
    get: (path, query = '') => send('GET', path, undefined, { query }),
    send,
  };
}
