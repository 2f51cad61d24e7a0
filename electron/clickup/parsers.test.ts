import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan, parseUser, parseWorkspaces } from './parsers.ts';

const ada = {
  id: 183,
  username: 'Ada Kessler',
  email: 'ada@example.com',
  color: '#7b68ee',
  profilePicture: null,
  initials: 'AK',
  week_start_day: 1,
  timezone: 'Europe/Berlin',
};

describe('parseUser', () => {
  it('takes over what Perch shows', () => {
    expect(parseUser({ user: ada })).toEqual({
      id: 183,
      name: 'Ada Kessler',
      email: 'ada@example.com',
      initials: 'AK',
      color: '#7b68ee',
      timezone: 'Europe/Berlin',
      picture: null,
    });
  });

  it.each([
    [{ username: null }, { name: 'ada@example.com', initials: 'AK' }],
    [
      { username: null, email: null, initials: null },
      { name: 'User 183', initials: 'U1' },
    ],
    [{ initials: null }, { initials: 'AK' }],
    [{ initials: '' }, { initials: 'AK' }],
    [{ username: 'ada', initials: undefined }, { initials: 'A' }],
    [{ username: '  Ada   Maria  Kessler ', initials: null }, { initials: 'AK' }],
    [
      { username: '   ', email: null, initials: null },
      { name: 'User 183', initials: 'U1' },
    ],
    [
      { username: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} Ada', initials: null },
      { initials: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}A' },
    ],
    [{ color: null }, { color: null }],
    [{ color: 'red' }, { color: null }],
    [{ color: '#fff;background:url(x)' }, { color: null }],
    [{ color: 7 }, { color: null }],
    [{ timezone: undefined }, { timezone: null }],
    [{ email: 5 }, { email: null }],
    [{ id: '183' }, { id: 183 }],
  ])('copes with %j', (change, expected) => {
    expect(parseUser({ user: { ...ada, ...change } })).toMatchObject(expected);
  });

  it.each([null, undefined, '', ' ', true, false, [], [5], {}, 1.5, 'abc', '1e3', 1e300])(
    'does not take %j for the id of a user',
    (id) => {
      expect(parseUser({ user: { ...ada, id } })).toBeNull();
    },
  );

  it.each([null, 5, 'user', [], {}, { user: null }, { user: [] }])('refuses %j', (body) => {
    expect(parseUser(body)).toBeNull();
  });
});

describe('parseWorkspaces', () => {
  it('takes over what Perch shows', () => {
    const teams = [
      {
        id: '900',
        name: 'Northwind',
        color: '#40BC86',
        avatar: null,
        members: [{ user: ada }, {}],
      },
    ];
    expect(parseWorkspaces({ teams })).toEqual([
      {
        id: '900',
        name: 'Northwind',
        initials: 'N',
        color: '#40BC86',
        memberCount: 2,
        picture: null,
      },
    ]);
  });

  it.each([
    [{ id: 900 }, { id: '900', name: 'Workspace 900' }],
    [
      { id: '900', name: null, color: null },
      { name: 'Workspace 900', color: null },
    ],
    [{ id: '900', name: '' }, { name: 'Workspace 900' }],
    [{ id: '900', members: null }, { memberCount: 0 }],
    [{ id: '900', members: [{ user: { ...ada, color: null } }, null] }, { memberCount: 2 }],
    [{ id: '900', name: '\u{1F680}Launch' }, { initials: '\u{1F680}' }],
    [{ id: '900', name: '\u{1F1E9}\u{1F1EA} Berlin' }, { initials: '\u{1F1E9}\u{1F1EA}' }],
  ])('copes with %j', (team, expected) => {
    expect(parseWorkspaces({ teams: [team] })).toMatchObject([expected]);
  });

  it('leaves out what is no Workspace and keeps the rest', () => {
    const teams = [null, 5, {}, { id: '' }, { id: null }, { id: '7', name: 'Kept' }];
    expect(parseWorkspaces({ teams })?.map(({ id }) => id)).toEqual(['7']);
  });

  it.each([null, [], {}, { teams: null }, { teams: {} }, { teams: 'none' }])(
    'refuses %j',
    (body) => {
      expect(parseWorkspaces(body)).toBeNull();
    },
  );

  it('takes an empty list as no Workspace', () => {
    expect(parseWorkspaces({ teams: [] })).toEqual([]);
  });
});

describe('parsePlan', () => {
  it('reads the name', () => {
    expect(parsePlan({ plan_name: 'Business Plus', plan_id: 4 })).toEqual({
      name: 'Business Plus',
    });
  });

  it.each([null, {}, { plan_name: '' }, { plan_name: 4 }])('refuses %j', (body) => {
    expect(parsePlan(body)).toBeNull();
  });
});

describe('every parser', () => {
  it('never throws, whatever ClickUp answers', () => {
    const loose = fc.jsonValue({ maxDepth: 4 });
    const near = fc.oneof(
      loose,
      fc.record({ user: fc.record({ id: loose, username: loose, initials: loose, color: loose }) }),
      fc.record({ teams: fc.array(fc.record({ id: loose, name: loose, members: loose })) }),
      fc.record({ plan_name: loose }),
    );
    fc.assert(
      fc.property(near, (body) => {
        const user = parseUser(body);
        expect(user === null || (Number.isSafeInteger(user.id) && user.name.trim() !== '')).toBe(
          true,
        );
        for (const workspace of parseWorkspaces(body) ?? []) expect(workspace.id).not.toBe('');
        parsePlan(body);
      }),
      { numRuns: 1500 },
    );
  });
});
