import { refuse, Refusal, type Answer } from '../answer.ts';
import { OPERATIONS } from './operations.ts';
import type { RequestContext, Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** ClickUp's base path. */
const BASE = '/api';

interface Endpoint {
  readonly segments: readonly string[];
  /** In the order ClickUp's methods are listed. */
  readonly methods: readonly string[];
  readonly routes: ReadonlyMap<string, Route>;
}

const isVariable = (segment: string): boolean => segment.startsWith('{');

/** Paths that differ only in the names of their variables are one endpoint. */
const shapeOf = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');

/** Literal segments before variable ones, so that `current` is not taken for a timer's id. */
const byPrecision = (a: Endpoint, b: Endpoint): number =>
  a.segments.filter(isVariable).length - b.segments.filter(isVariable).length;

/** Endpoints by how many segments they have. */
function compile(): ReadonlyMap<number, readonly Endpoint[]> {
  const routes = Map.groupBy(ROUTES, ({ path }) => shapeOf(path));
  const endpoints = Object.entries(OPERATIONS).map(([path, methods]): Endpoint => ({
    segments: path.split('/'),
    methods: methods.split(' '),
    routes: new Map((routes.get(shapeOf(path)) ?? []).map((route) => [route.method, route])),
  }));
  return Map.groupBy(endpoints.toSorted(byPrecision), ({ segments }) => segments.length);
}

const ENDPOINTS = compile();

const fits = (template: readonly string[], given: readonly string[]): boolean =>
  template.every((wanted, index) =>
    isVariable(wanted) ? given[index] !== '' : wanted === given[index],
  );

/** A segment with a broken escape stays as it came: no id looks like it, so it is refused as unknown. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function paramsOf(template: string, given: readonly string[]): Readonly<Record<string, string>> {
  const params: [string, string][] = [];
  for (const [index, wanted] of template.split('/').entries()) {
    if (isVariable(wanted)) params.push([wanted.slice(1, -1), decode(given[index] ?? '')]);
  }
  return Object.fromEntries(params);
}

/**
 * Answers an authorised request. `path` begins with `/`. What ClickUp can do and the sample cannot is
 * 501 and says so; a method ClickUp does not have on a path is 405, a path it does not have 404.
 */
export function route(method: string, path: string, context: RequestContext): Answer {
  if (!path.startsWith(`${BASE}/`)) {
    return refuse(404, `There is nothing at ${path}. ClickUp's API is below /api.`, 'SAMPLE_404');
  }
  const given = path.slice(BASE.length).split('/');
  const endpoint = ENDPOINTS.get(given.length)?.find(({ segments }) => fits(segments, given));
  if (endpoint === undefined) return refuse(404, 'Route not found', 'APP_001');
  const found = endpoint.routes.get(method);
  if (found !== undefined) {
    return attempt(() => found.answer({ ...context, params: paramsOf(found.path, given) }));
  }
  if (!endpoint.methods.includes(method)) {
    return {
      ...refuse(405, `ClickUp has no ${method} for ${path}.`, 'SAMPLE_405'),
      headers: { Allow: endpoint.methods.join(', ') },
    };
  }
  return refuse(
    501,
    `${method} ${path} is not in the sample data. Connect to ClickUp to send it for real.`,
    'SAMPLE_501',
  );
}

function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
