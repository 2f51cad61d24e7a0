import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import type { PerchError } from '../contract/errors.ts';
import {
  type FieldInfo,
  isInPath,
  type OperationInfo,
  type Shape,
} from '../contract/operations.ts';
import type { Parameters, ParameterValue } from '../contract/requests.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';
import {
  ANYTHING,
  FLAG,
  idOf,
  listOf,
  NUMBER,
  numberOf,
  objectOf,
  oneOf,
  optional,
  TEXT,
  TIME,
  WHOLE,
} from './catalogue/fields.ts';
import { getSpace as space } from './catalogue/spaces.ts';
import { getFilteredTeamTasks as team } from './catalogue/tasks.ts';
import { CLICKUP, singleOrigin } from './endpoint.ts';
import { HOSTILE_VALUES } from './hostile-values.test-support.ts';
import { buildTarget, resolveTarget } from './target.ts';

const withText: OperationInfo = {
  ...space,
  parameters: [...space.parameters, optional('search', TEXT)],
};

const refusalOf = (error: PerchError) => [error.kind, 'field' in error ? error.field : null];

const segmentsOf = (path: string): number => path.split('/').length;

describe('buildTarget with hostile path values', () => {
  it.each(HOSTILE_VALUES)('keeps %j in one segment or refuses it', (value) => {
    const target = buildTarget(space, { space_id: value });
    const url = target.ok ? resolveTarget(CLICKUP, target.value) : null;
    const outcome = target.ok
      ? [url?.origin, url?.search, ...(url?.pathname.split('/').map(decodeURIComponent) ?? [])]
      : refusalOf(target.error);
    expect(outcome).toEqual(
      target.ok ? [CLICKUP.api, '', '', 'api', 'v2', 'space', value] : ['invalid', 'space_id'],
    );
  });

  it.each(['..', '.', '', '\0', 'a\rb', 'a\nb', '\t//evil.example', '\u007F', '\uD800', 'a\uDC00'])(
    'refuses %j',
    (value) => {
      expect(buildTarget(space, { space_id: value }).ok).toBe(false);
    },
  );
});

describe('buildTarget with hostile query values', () => {
  it.each(HOSTILE_VALUES)('keeps %j in one value or refuses it', (value) => {
    const target = buildTarget(withText, { space_id: '1', search: value });
    const url = target.ok ? resolveTarget(CLICKUP, target.value) : null;
    const outcome = target.ok
      ? [url?.origin, url?.pathname, ...(url?.searchParams.entries() ?? [])]
      : refusalOf(target.error);
    expect(outcome).toEqual(
      target.ok ? [CLICKUP.api, '/api/v2/space/1', ['search', value]] : ['invalid', 'search'],
    );
  });
});

/** Every kind of parameter, with one value that it takes. */
const KINDS: readonly (readonly [Shape, ParameterValue])[] = [
  [TEXT, 'x'],
  [idOf('task'), '86c0'],
  [numberOf('user'), 81_204_411],
  [ANYTHING, '{}'],
  [objectOf(optional('x', TEXT)), '{"x":"y"}'],
  [WHOLE, 1],
  [NUMBER, 1.5],
  [TIME, 1_790_000_000_000],
  [FLAG, true],
  [oneOf('id', 'created'), 'id'],
  [listOf(TEXT), ['x']],
  [listOf(idOf('list')), ['x', 7]],
];
const REFUSED = ['invalid', 'given'];

/** What takes any text at all, as one value; the others take no hostile one. */
const TAKES_TEXT = new Set<Shape['type']>(['string', 'id', 'numericId', 'json', 'object', 'list']);

describe.each(KINDS)('a parameter of the kind %j', (shape, good) => {
  const operation: OperationInfo = {
    ...space,
    parameters: [...space.parameters, optional('given', shape)],
  };
  const sent = (given: ParameterValue) => {
    const target = buildTarget(operation, { space_id: '1', given });
    if (!target.ok) return refusalOf(target.error);
    const url = resolveTarget(CLICKUP, target.value);
    return [url?.origin, url?.pathname, ...(url?.searchParams.getAll('given') ?? [])];
  };
  const kept = (...values: readonly ParameterValue[]) => [
    CLICKUP.api,
    '/api/v2/space/1',
    ...values.map(String),
  ];

  it('takes what it should', () => {
    expect(sent(good)).toEqual(kept(...[good].flat()));
  });

  it('keeps every hostile value in its place or refuses it by name', () => {
    expect(HOSTILE_VALUES.length).toBeGreaterThanOrEqual(40);
    for (const value of HOSTILE_VALUES) {
      const takes = TAKES_TEXT.has(shape.type) && value.isWellFormed();
      expect([value, ...sent(value)]).toEqual([value, ...(takes ? kept(value) : REFUSED)]);
      const takesList = shape.type === 'list' && value.isWellFormed();
      expect(sent(['x', value])).toEqual(takesList ? kept('x', value) : REFUSED);
    }
  });
});

describe('buildTarget', () => {
  it.each(['__proto__', 'constructor', 'toString', 'Space_id', 'space_id ', ''])(
    'refuses the unknown parameter %j by name',
    (name) => {
      const parameters: Parameters = Object.fromEntries([
        ['space_id', '1'],
        [name, 'x'],
      ]);
      expect(buildTarget(space, parameters)).toEqual({
        ok: false,
        error: expect.objectContaining({ kind: 'invalid', field: name }),
      });
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    },
  );

  it('does not take a parameter from the prototype', () => {
    const inherited: Parameters = Object.create({ space_id: '1' });
    expect(buildTarget(space, inherited)).toMatchObject({
      ok: false,
      error: { field: 'space_id', reason: 'This parameter is required.' },
    });
  });

  it('fills path and query in the order of the catalogue', () => {
    const target = buildTarget(team, {
      due_date_gt: 1_790_000_000_000,
      'assignees[]': ['7', '8'],
      page: 0,
      reverse: true,
      order_by: 'due_date',
      team_Id: '900',
    });
    expect(target).toEqual({
      ok: true,
      value:
        '/api/v2/team/900/task?page=0&order_by=due_date&reverse=true&assignees%5B%5D=7&assignees%5B%5D=8&due_date_gt=1790000000000',
    });
  });

  it.each<[string, Parameters[string]]>([
    ['page', 'one'],
    ['page', 1.5],
    ['page', 1e21],
    ['page', true],
    ['page', ['1']],
    ['page', ''],
    ['page', ' 1'],
    ['due_date_gt', ['1790000000000']],
    ['due_date_gt', '2026-11-23'],
    ['reverse', 'true'],
    ['reverse', 1],
    ['order_by', 'name'],
    ['order_by', ['id']],
    ['order_by', 'toString'],
    ['statuses[]', true],
  ])('refuses %s=%j as the wrong type', (name, value) => {
    expect(buildTarget(team, { team_Id: '1', [name]: value })).toMatchObject({
      ok: false,
      error: { kind: 'invalid', field: name },
    });
  });

  it.each([true, ['1']])('refuses %j where a text is needed', (value) => {
    expect(buildTarget(space, { space_id: value }).ok).toBe(false);
  });

  it('takes a number where ClickUp has an id', () => {
    expect(buildTarget(space, { space_id: 90 })).toEqual({ ok: true, value: '/api/v2/space/90' });
  });

  it('names every parameter of a template in the catalogue', () => {
    for (const { path, parameters } of CATALOGUE) {
      const inTemplate = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const declared = parameters
        .map(({ name }) => name)
        .filter((name) => isInPath({ path }, name));
      expect(declared.toSorted()).toEqual(inTemplate.toSorted());
    }
  });
});

const nastyText = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  anyText(64),
  fc.string({
    unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'f', '@', ':', '?', '#', '\t'),
  }),
);
const anyValue = fc.oneof(
  nastyText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(nastyText, { maxLength: 4 }),
);
const plausible = (operation: OperationInfo, { name }: FieldInfo) =>
  fc.tuple(fc.constant(name), isInPath(operation, name) ? nastyText : anyValue);

const anyRequest = fc.constantFrom<OperationInfo>(...CATALOGUE, withText).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    given: fc.tuple(
      ...operation.parameters.map((parameter) => fc.option(plausible(operation, parameter))),
    ),
    stray: fc.option(fc.tuple(nastyText, anyValue), { freq: 20 }),
  }),
);

describe('every target', () => {
  it('is refused or stays below the API with as many segments as its template', () => {
    fc.assert(
      fc.property(anyRequest, ({ operation, given, stray }) => {
        const entries = [...given, stray].filter((entry) => entry !== null);
        const target = buildTarget(operation, Object.fromEntries(entries));
        const url = target.ok ? resolveTarget(CLICKUP, target.value) : null;
        const outcome = target.ok
          ? [url?.origin, url?.pathname.slice(0, 6), segmentsOf(url?.pathname ?? '')]
          : [target.error.kind];
        expect(outcome).toEqual(
          target.ok ? [CLICKUP.api, '/api/v', segmentsOf(`/api${operation.path}`)] : ['invalid'],
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('resolveTarget', () => {
  it.each([
    '@evil.example/api/',
    '.evil.example/api/',
    ':80@evil.example/api/',
    '//evil.example/api/',
    'https://evil.example/api/',
    '/api',
    '/api/../oauth',
    '/api/v2/../../x',
    '/api/v2/%2e%2e/%2E%2E/x',
    '/api/v2/./x',
    '/api/v2/a\tb',
    '/api/v2/a\nb',
    '/api\\v2',
    '/api/v2/x#y',
    '/api/v2/x#',
    '/api/v2/x?',
    '/api/v2/ x',
    '/Api/v2/x',
    '\t/api/v2',
  ])('refuses %j', (target) => {
    expect(resolveTarget(CLICKUP, target)).toBeNull();
  });

  it.each(['https://api.clickup.com/x', 'https://u@api.clickup.com', 'file://', 'nothing', ''])(
    'refuses the endpoint %j',
    (api) => {
      expect(resolveTarget(singleOrigin(api), '/api/v2/user')).toBeNull();
    },
  );

  it('never leaves the origin, whatever it is given', () => {
    const parts = fc.constantFrom(
      '/api/',
      '/',
      '\\',
      '@',
      ':',
      '//',
      '..',
      '%2e',
      '\t',
      'evil',
      '#',
    );
    const target = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
      fc.array(parts).map((all) => `/api/${all.join('')}`),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(target, (text) => {
        const url = resolveTarget(CLICKUP, text);
        if (url === null) return;
        expect(url.origin).toBe(CLICKUP.api);
        expect(url.href).toBe(CLICKUP.api + text);
        expect(url.pathname.startsWith('/api/')).toBe(true);
        expect(url.username + url.password + url.hash).toBe('');
      }),
      { numRuns: 3000 },
    );
  });
});
