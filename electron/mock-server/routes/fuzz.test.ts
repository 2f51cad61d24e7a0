import {
  anything,
  array,
  assert,
  constant,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  oneof,
  option,
  property,
  record,
  string,
} from 'fast-check';
import { expect, test } from 'vitest';
import { ADA, ERIK, NOW, RUTH, startAsking } from './ask.test-support.ts';
import { OPERATIONS } from './operations.ts';
import { ROUTES } from './routes.ts';

const { data } = startAsking();

/** Ids that exist, by the name of the variable that they fit. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  team_id: data.workspaces.map(({ id }) => id),
  workspace_id: data.workspaces.map(({ id }) => id),
  space_id: data.spaces.map(({ id }) => id),
  folder_id: data.folders.map(({ id }) => id),
  list_id: data.lists.map(({ id }) => id),
  task_id: data.tasks.slice(0, 40).map(({ id }) => id),
  links_to: data.tasks.slice(0, 40).map(({ id }) => id),
  comment_id: data.comments.map(({ id }) => id),
  field_id: data.fields.map(({ id }) => id),
  tag_name: data.tags.map(({ name }) => encodeURIComponent(name)),
  timer_id: data.timeEntries.slice(0, 40).map(({ id }) => id),
  checklist_id: data.tasks.flatMap(({ checklists }) => checklists.map(({ id }) => id)),
  channel_id: data.channels.map(({ id }) => id),
  message_id: data.messages.map(({ id }) => id),
  doc_id: data.docs.map(({ id }) => id),
  page_id: data.pages.map(({ id }) => id),
  view_id: ['7-9002411-1', `6-${data.lists[0]?.id}-1`, '6-1-1', '4-__proto__-1'],
};

const awkward = constantFrom('__proto__', 'constructor', '%', '%E0%A4%A', '..', '0', '-1', '٣');

const pathOf = (template: string) =>
  record(
    Object.fromEntries(
      [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
        const known = KNOWN[name] ?? [];
        const any = oneof(awkward, string().map(encodeURIComponent));
        return [
          name,
          known.length === 0 ? any : oneof({ weight: 8, arbitrary: constantFrom(...known) }, any),
        ];
      }),
    ),
  ).map((values) =>
    template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? 'x')),
  );

const NAMES = [
  'name',
  'description',
  'markdown_content',
  'status',
  'priority',
  'parent',
  'assignees',
  'watchers',
  'assignee',
  'tags',
  'tag',
  'due_date',
  'due_date_time',
  'start_date',
  'time_estimate',
  'points',
  'custom_fields',
  'value',
  'comment_text',
  'comment',
  'start',
  'end',
  'duration',
  'tid',
  'tag_action',
  'time_entry_ids',
  'new_name',
  'endpoint',
  'events',
  'depends_on',
  'position',
  'resolved',
  'content',
  'type',
  'user_ids',
  'visibility',
  'parent_page_id',
  'content_edit_mode',
  'status_mappings',
  'links_to',
  'archived',
  'color',
];

/** Values near those that are right, so that the fuzz gets past the first check. */
const plausible = oneof(
  constant(null),
  constantFrom('to do', 'closed', 'message', '*', ' ', '', 'https://example.test/', 'add'),
  constantFrom(ADA, 1, 4, 0, -1, NOW, 1e15, 1.5, Number.MAX_SAFE_INTEGER),
  constantFrom(true, false),
  constantFrom(...(KNOWN['task_id'] ?? ['x'])),
  array(constantFrom<unknown>(ADA, 'bug', { name: 'x' }, { id: data.fields[0]?.id, value: 3 })),
  constantFrom<unknown>({ add: [ADA], rem: [1] }, { name: 'tag' }, { id: '1', type: 6 }, {}),
  jsonValue(),
);

const bodies = oneof(
  { weight: 6, arbitrary: dictionary(constantFrom(...NAMES), plausible) },
  { weight: 1, arbitrary: jsonValue() },
  { weight: 1, arbitrary: constant(undefined) },
  { weight: 1, arbitrary: anything() },
);

const queries = dictionary(
  constantFrom(
    'page',
    'archived',
    'subtasks',
    'order_by',
    'custom_fields',
    'custom_task_ids',
    'team_id',
    'due_date_gt',
    'assignees[]',
    'assignee',
    'start_date',
    'end_date',
    'list_id',
    'space_id',
    'start',
    'start_id',
    'cursor',
    'limit',
    'max_page_depth',
    'depends_on',
    'search',
    'content_format',
  ),
  oneof(
    string(),
    constantFrom('true', '0', '1', '-1', String(NOW), '9002411', '[]', '{"field_id":1}'),
  ),
).map((values) => new URLSearchParams(values).toString());

/** What is wrong with the form of a refusal; null where nothing is, or where it is none. */
function problemWith(path: string, status: number, said: unknown): string | null {
  if (status < 300) return null;
  const parts = new Map<string, unknown>(Object.entries(said ?? {}));
  const isV2 = typeof parts.get('err') === 'string' && typeof parts.get('ECODE') === 'string';
  const isV3 = parts.get('status') === status && typeof parts.get('message') === 'string';
  return isV2 || (isV3 && path.startsWith('/v3')) ? null : JSON.stringify(said);
}

test('every route is an operation that ClickUp has', () => {
  const operations = new Set(
    Object.entries(OPERATIONS).flatMap(([path, methods]) =>
      methods.split(' ').map((method) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`),
    ),
  );
  const routes = ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(routes.filter((each) => !operations.has(each))).toEqual([]);
  expect(new Set(routes).size).toBe(routes.length);
});

test.each(ROUTES.map(({ method, path }) => [method, path] as const))(
  '%s %s answers whatever comes',
  (method, template) => {
    // A world of its own: what one route deletes must not be missing for the next.
    const asking = startAsking(data);
    assert(
      property(
        pathOf(template),
        queries,
        bodies,
        constantFrom(ADA, ADA, ADA, RUTH, ERIK, 1),
        option(integer({ min: 0, max: 60_000 }), { nil: 0 }),
        (path, query, body, userId, lag) => {
          const { status, body: said } = asking.ask(method, path, {
            query,
            body,
            userId,
            visibleFrom: NOW + lag,
          });
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThanOrEqual(501);
          expect(status).not.toBe(500);
          expect(problemWith(path, status, said)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  },
);
