import { array, assert, constantFrom, integer, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { MONDAY } from '../server.test-support.ts';
import { authorize, type AuthorizeOptions } from './authorize.ts';
import {
  APP,
  CLINIC,
  NORTHWIND,
  REDIRECT,
  startOAuthBench,
  type OAuthBench,
} from './test-support.ts';

const INES = '81377102';

let bench: OAuthBench;
beforeAll(async () => {
  bench = await startOAuthBench();
});
afterAll(() => bench.mock.server.close());

const look = (parameters: Record<string, string>) =>
  bench.mock.ask(`/api?${new URLSearchParams(parameters)}`, { headers: {} });

const ASKED = { client_id: APP.clientId, redirect_uri: REDIRECT };
const REQUEST = Object.entries(ASKED);
const names = (page: string) =>
  [...page.matchAll(/type="checkbox"[^>]*>([^<]+)</g)].map(([, name]) => name);

describe('the page', () => {
  test('lists the person’s Workspaces to tick, and says whose they are', async () => {
    const { status, headers, text } = await look({ ...ASKED, state: '<s"&' });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(names(text)).toEqual(['Northwind Studio', 'Harbour Clinic', 'Side Projects']);
    expect(text).toMatch(/<option value="81204411" selected>Ada Kessler</);
    expect(text).not.toMatch(/<script|checked|<for>|<s"/);
  });

  test('someone else can be signed in, by the page or by option', async () => {
    const { text } = await look({ ...ASKED, as: INES });
    expect(names(text)).toEqual(['Harbour Clinic']);
    expect(text).toMatch(/selected>Inès Moreau</);
    await using other = await startOAuthBench({ signedInAs: Number(INES) });
    const query = new URLSearchParams(ASKED).toString();
    expect(names((await other.mock.ask(`/api?${query}`)).text)).toEqual(['Harbour Clinic']);
    expect((await look({ ...ASKED, as: '1' })).status).toBe(400);
  });

  test.each([
    [{ ...ASKED, client_id: 'SAMPLE_unknown' }, 'OAUTH_010'],
    [{ redirect_uri: REDIRECT }, 'OAUTH_010'],
    [{ client_id: APP.clientId }, 'OAUTH_017'],
    [{ ...ASKED, redirect_uri: `${REDIRECT}/` }, 'OAUTH_007'],
    [{ ...ASKED, redirect_uri: 'https://team.example/bridge' }, 'OAUTH_007'],
    [{ ...ASKED, redirect_uri: 'http://127.0.0.1:4711/callback' }, 'OAUTH_007'],
    [{ ...ASKED, redirect_uri: 'javascript:alert(1)' }, 'OAUTH_007'],
  ])('%j is refused on it, looked at or submitted', async (parameters, ecode) => {
    const pairs = Object.entries<string>(parameters);
    const seen = await look(Object.fromEntries(pairs));
    const sent = await bench.submit([...pairs, ['decision', 'connect'], ['workspace', NORTHWIND]]);
    for (const { status, text } of [seen, sent]) {
      expect(status).toBe(400);
      expect(text).toContain(`(${ecode})`);
    }
    expect(sent.location).toBe('');
  });

  test('a redirect without a protocol means https', async () => {
    const redirect_uri = 'team.example/bridge?v=1';
    expect((await look({ ...ASKED, redirect_uri })).status).toBe(200);
    const { location } = await bench.submit([
      ['client_id', APP.clientId],
      ['redirect_uri', redirect_uri],
      ['decision', 'connect'],
      ['workspace', NORTHWIND],
    ]);
    expect(location).toMatch(/^https:\/\/team\.example\/bridge\?v=1&code=/);
  });

  test('nothing ticked, or only others’ Workspaces, asks again and gives no code', async () => {
    const before = bench.mock.server.issued.length;
    const nothing = await bench.submit([...REQUEST, ['decision', 'connect']]);
    const others = await bench.submit([
      ...REQUEST,
      ['as', INES],
      ['decision', 'connect'],
      ['workspace', NORTHWIND],
    ]);
    for (const { status, text, location } of [nothing, others]) {
      expect([status, location]).toEqual([400, '']);
      expect(text).toContain('Tick at least one Workspace');
    }
    expect(bench.mock.server.issued).toHaveLength(before);
  });

  test('shows again what was ticked last time', async () => {
    await using fresh = await startOAuthBench();
    await fresh.consent([CLINIC]);
    const { text } = await fresh.mock.ask(`/api?${new URLSearchParams(ASKED)}`);
    expect(text.match(/checked>[^<]+/g)).toEqual(['checked>Harbour Clinic']);
  });

  test('another method is refused', async () => {
    expect((await bench.mock.ask('/api', { method: 'PUT' })).status).toBe(405);
  });
});

describe('what goes back to the app', () => {
  test('the state, whatever it is, untouched, beside a code', () => {
    const {
      people: [person],
      workspaces: [workspace],
    } = createSampleData(MONDAY);
    if (person === undefined || workspace === undefined) throw new Error('There is no sample');
    const options: AuthorizeOptions = {
      apps: [APP],
      directory: {
        data: { ownerId: person.id, people: [person] },
        workspacesOf: () => [workspace],
      },
      rejection: 'error',
      signedInAs: person.id,
      allowed: () => null,
      allow: () => {},
      issueCode: () => 'SAMPLE_code',
    };
    const units = array(integer({ min: 0, max: 0xffff }));
    assert(
      property(units, constantFrom(...APP.redirectUris), (codes, redirectUri) => {
        const state = String.fromCharCode(...codes).toWellFormed();
        const form = new URLSearchParams({
          client_id: APP.clientId,
          redirect_uri: redirectUri,
          state,
          decision: 'connect',
          workspace: workspace.id,
        });
        // Once through the wire's form, as a browser sends it.
        const sent = new URLSearchParams(form.toString());
        const { status, headers } = authorize(options, new URLSearchParams(), sent, MONDAY);
        const location = headers?.['Location'] ?? '';
        expect([status, location.startsWith(redirectUri)]).toEqual([302, true]);
        const query = new URL(location).searchParams;
        expect([...query.keys()].slice(-2)).toEqual(['code', 'state']);
        expect(query.get('state')).toBe(state);
      }),
      { numRuns: 300 },
    );
  });

  test('a code of its own each time', async () => {
    const codes = new Set<string>();
    for (let time = 0; time < 3; time += 1) codes.add(await bench.consent([NORTHWIND]));
    expect(codes.size).toBe(3);
  });

  test('no state where none came', async () => {
    const { location } = await bench.submit([
      ...REQUEST,
      ['decision', 'connect'],
      ['workspace', NORTHWIND],
    ]);
    expect(location).toMatch(/\?code=SAMPLE_oauth_code_[0-9a-f]{32}$/);
  });

  test.each([
    ['error', `${REDIRECT}?error=access_denied&state=a%20b`],
    [
      'described',
      `${REDIRECT}?error=access_denied&state=a%20b&error_description=The%20person%20rejected%20the%20request.`,
    ],
    ['bare', REDIRECT],
    ['none', ''],
  ] as const)('a rejection, %s', async (rejection, expected) => {
    await using other = await startOAuthBench({ rejection });
    const { status, location } = await other.submit([
      ...REQUEST,
      ['state', 'a b'],
      ['workspace', NORTHWIND],
      ['decision', 'reject'],
    ]);
    expect([status, location]).toEqual([rejection === 'none' ? 200 : 302, expected]);
    expect(other.mock.server.issued).toEqual([]);
  });
});
