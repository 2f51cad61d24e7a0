import type { Answer } from '../answer.ts';
import { assertNever } from '../assert-never.ts';
import type { MockToken } from '../authorization.ts';
import type { SamplePerson, SampleWorkspace } from '../data/model.ts';
import type { Grant } from '../token-book.ts';
import { readAuthorizationRequest, type OAuthApp } from './apps.ts';
import { consentPage, refusalPage, rejectedPage } from './page.ts';

/**
 * What follows when a person rejects a request. ClickUp's page says only that they are sent back:
 * with `error` and the state, with an `error_description` too, without any parameter, or not at all.
 */
export type Rejection = 'error' | 'described' | 'bare' | 'none';

/** The people and Workspaces that the page can show. */
export interface Directory {
  readonly data: {
    readonly ownerId: number;
    readonly people: readonly SamplePerson[];
  };
  workspacesOf(token: MockToken): readonly SampleWorkspace[];
}

export interface AuthorizeOptions {
  readonly apps: readonly OAuthApp[];
  readonly directory: Directory;
  readonly rejection: Rejection;
  /** Who is signed in until the page is told otherwise. */
  readonly signedInAs: number;
  /** The Workspaces that are allowed already; null before the person was asked. */
  readonly allowed: (grant: Grant) => readonly string[] | null;
  readonly allow: (grant: Grant, workspaceIds: readonly string[]) => void;
  /** Makes a code good from `now` (Unix ms) and gives it. */
  readonly issueCode: (grant: Grant, now: number) => string;
}

const redirect = (
  uri: string,
  parameters: readonly (readonly [name: string, value: string | null])[],
): Answer => {
  const pairs = parameters.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const separator = pairs.length === 0 ? '' : uri.includes('?') ? '&' : '?';
  return {
    status: 302,
    contentType: 'text/plain',
    body: '',
    headers: { Location: `${uri}${separator}${pairs.join('&')}`, 'Referrer-Policy': 'no-referrer' },
  };
};

/**
 * The page where a person authorizes an app, and what follows from its form. `form` is null when the
 * page is only looked at. `now`: Unix ms.
 */
export function authorize(
  options: AuthorizeOptions,
  query: URLSearchParams,
  form: URLSearchParams | null,
  now: number,
): Answer {
  const { apps, directory, signedInAs } = options;
  const request = readAuthorizationRequest(apps, form ?? query);
  if (!request.ok) return refusalPage(request.refusal);
  const { app, redirectUri, state } = request;

  const workspacesOf = (userId: number) =>
    directory.workspacesOf({ value: '', kind: 'oauth', userId });
  const people = directory.data.people.filter(({ id }) => workspacesOf(id).length > 0);
  const chosen = Number((form ?? query).get('as') ?? signedInAs);
  const person = people.find(({ id }) => id === chosen);
  if (person === undefined) {
    return refusalPage({ sentence: 'Nobody like that is signed in', ecode: 'SAMPLE_400' });
  }
  const grant = { clientId: app.clientId, userId: person.id };
  const workspaces = workspacesOf(person.id);
  const show = (ticked: readonly string[], problem: string | null): Answer =>
    consentPage({ request, people, person, workspaces, ticked, problem });

  if (form === null) return show(options.allowed(grant) ?? [], null);
  if (form.get('decision') === 'reject') return reject(options.rejection, redirectUri, state);
  const wanted = form.getAll('workspace');
  const ticked = workspaces.map(({ id }) => id).filter((id) => wanted.includes(id));
  if (ticked.length === 0) return show([], 'Tick at least one Workspace, or reject the request.');
  options.allow(grant, ticked);
  return redirect(redirectUri, [
    ['code', options.issueCode(grant, now)],
    ['state', state],
  ]);
}

function reject(rejection: Rejection, redirectUri: string, state: string | null): Answer {
  const denied = [
    ['error', 'access_denied'],
    ['state', state],
  ] as const;
  switch (rejection) {
    case 'error':
      return redirect(redirectUri, denied);
    case 'described':
      return redirect(redirectUri, [
        ...denied,
        ['error_description', 'The person rejected the request.'],
      ]);
    case 'bare':
      return redirect(redirectUri, []);
    case 'none':
      return rejectedPage();
    default:
      return assertNever(rejection);
  }
}
