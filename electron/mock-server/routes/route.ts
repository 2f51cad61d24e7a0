import type { Answer } from '../answer.ts';
import type { SampleWorkspace } from '../data/model.ts';
import type { Query } from '../query.ts';
import type { World } from '../world.ts';

/** What the server knows of a request before its path is read. */
export interface RequestContext {
  readonly world: World;
  /** Whose token it is. */
  readonly userId: number;
  /** The Workspaces the token reaches. */
  readonly workspaces: readonly SampleWorkspace[];
  readonly query: Query;
  /** Parsed JSON; undefined when none came. */
  readonly body: unknown;
  /** When the request arrived, Unix ms. */
  readonly now: number;
  /** What this request writes shows up in lists and searches from then on, Unix ms; normally `now`. */
  readonly visibleFrom: number;
  /** Whether team tasks carry `last_page`. */
  readonly lastPageOnTeam: boolean;
}

/** What a route works with. */
export interface RouteContext extends RequestContext {
  /** The path's variable segments by name, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the API; `{name}` in its path stands for one variable segment. */
export interface Route {
  readonly method: Method;
  /** Without `/api`, such as `/v2/task/{task_id}`. */
  readonly path: string;
  readonly answer: (context: RouteContext) => Answer;
}

const route =
  (method: Method) =>
  (path: string, answer: Route['answer']): Route => ({ method, path, answer });

export const get = route('GET');
export const post = route('POST');
export const put = route('PUT');
export const patch = route('PATCH');
export const del = route('DELETE');
