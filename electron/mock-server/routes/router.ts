import { refuse, Refusal, type Answer } from '../answer.ts';
import { HIERARCHY_ROUTES } from './hierarchy.ts';
import { PEOPLE_ROUTES } from './people.ts';
import type { Route, RouteContext } from './route.ts';
import { TASK_ROUTES } from './tasks.ts';

const ROUTES: readonly Route[] = [...PEOPLE_ROUTES, ...HIERARCHY_ROUTES, ...TASK_ROUTES];

/** ClickUp's base path. */
const BASE = '/api';

/** The variable segment if `path` fits the template, else null. */
function match(template: string, path: string): string | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  let id = '';
  for (const [index, segment] of given.entries()) {
    if (wanted[index] === '{id}') {
      if (segment === '') return null;
      id = segment;
    } else if (wanted[index] !== segment) return null;
  }
  return decode(id);
}

/** A segment with a broken escape stays as it came: no id looks like it, so it is refused as unknown. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Answers an authorised request. `path` begins with `/`. What ClickUp can do and the sample cannot is
 * 501 and says so; a method ClickUp does not have on a path is 405.
 */
export function route(method: string, path: string, context: Omit<RouteContext, 'id'>): Answer {
  if (!path.startsWith(`${BASE}/`)) {
    return refuse(404, `There is nothing at ${path}. ClickUp's API is below /api.`, 'SAMPLE_404');
  }
  for (const candidate of ROUTES) {
    const id = match(candidate.path, path.slice(BASE.length));
    if (id === null) continue;
    if (method === 'GET') return attempt(() => candidate.get({ ...context, id }));
    if (!candidate.others.includes(method)) {
      return {
        ...refuse(405, `ClickUp has no ${method} for ${path}.`, 'SAMPLE_405'),
        headers: { Allow: ['GET', ...candidate.others].join(', ') },
      };
    }
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
