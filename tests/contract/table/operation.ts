import type { Fields, Shape } from '../shape.ts';
import type { SampleIds } from './sample-ids.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A value from the answer to a request that came before, by the dotted path it stands at. */
export interface Produced {
  readonly before: number;
  readonly at: string;
}

/** The values of a path's parameters, and of a query's. */
export type PathValues = Readonly<Record<string, string | number | Produced>>;
export type QueryValues = Readonly<Record<string, string | readonly string[]>>;

/** One request with valid input. */
export interface Call {
  /** Who asks, by their id; the owner of the sample data where not given. */
  readonly as?: number;
  readonly path?: PathValues;
  readonly query?: QueryValues;
  readonly body?: unknown;
  /** A file to send in place of JSON, in a part of this name. */
  readonly upload?: { readonly part: string; readonly name: string; readonly text: string };
  /** Requests that have to come before, such as the one that starts the timer to be stopped. */
  readonly after?: readonly Preparation[];
}

/** A request that only prepares another. */
export interface Preparation {
  readonly method: Method;
  /** The path template below `/api`. */
  readonly to: string;
  readonly path?: PathValues;
  readonly body?: unknown;
}

/** What ClickUp takes for an operation. */
export interface RequestFacts {
  readonly method: Method;
  /** The path template below `/api`. Its parameters are opaque strings unless `pathTypes` says otherwise. */
  readonly path: string;
  readonly pathTypes?: Readonly<Record<string, 'number'>>;
  /** Query parameters; a name that ends in `?` may be left out. */
  readonly query?: Fields;
  /** The request's JSON. */
  readonly body?: Shape;
  /** The fields of a multipart body instead; a file is `anything`. */
  readonly form?: Fields;
}

/** One operation of ClickUp's API, as far as the mock server models it. */
export interface Operation extends RequestFacts {
  readonly status: number;
  /** The answer's JSON; null where the body is empty. */
  readonly answer: Shape | null;
  /** Requests that together bring every field of the answer to light. */
  readonly calls: (ids: SampleIds) => readonly Call[];
}
