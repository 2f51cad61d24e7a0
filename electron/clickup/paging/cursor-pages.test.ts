import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../contract/errors.ts';
import { getChatChannels } from '../catalogue/v3-chat-channels.ts';
import { idOf, recordOf } from '../loose-values.ts';
import { openMockWorkspace } from '../tasks/mock-workspace.test-support.ts';
import { createSampleData } from '../../mock-server/index.ts';
import { MONDAY } from '../../mock-server/server.test-support.ts';
import type { CursorPages } from './page.ts';
import { parseCursorPage } from './parse-cursor-page.ts';
import { readPages } from './read-pages.ts';

const NONE = { first: 1, most: 1 };

const pagesOf = (bodies: readonly unknown[]) => {
  const asked: (string | null)[] = [];
  const source: CursorPages<string> = {
    kind: 'cursor',
    idOf: (id) => id,
    read: async (cursor) => {
      asked.push(cursor);
      const body = bodies[asked.length - 1];
      return body === undefined
        ? fail({ kind: 'offline' })
        : ok(parseCursorPage(body, 'data', (entry) => idOf(recordOf(entry)?.['id'])));
    },
  };
  return { source, asked };
};

async function read(source: CursorPages<string>) {
  const ids: string[] = [];
  const outcome = await readPages(source, {
    speculation: NONE,
    deliver: ({ items }) => void ids.push(...items),
  });
  return { outcome, ids };
}

const data = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('pages with a cursor', () => {
  it('are followed to the page that names no other, empty ones in between included', async () => {
    const { source, asked } = pagesOf([
      { data: data('a', 'b'), next_cursor: 'one' },
      { data: [], next_cursor: 'two' },
      { data: data('b', 'c'), next_cursor: '' },
    ]);
    const { outcome, ids } = await read(source);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([null, 'one', 'two']);
    expect(outcome).toEqual({ kind: 'complete', requests: 3, isProved: true });
  });

  it('give what was read and the error', async () => {
    const { source } = pagesOf([{ data: data('a'), next_cursor: 'one' }]);
    const { outcome, ids } = await read(source);
    expect([outcome, ids]).toEqual([
      { kind: 'stopped', requests: 2, error: { kind: 'offline' } },
      ['a'],
    ]);
  });

  it('do not go round for ever, and do not call that the end', async () => {
    const { source } = pagesOf(Array.from({ length: 9 }, () => ({ data: [], next_cursor: 'x' })));
    expect((await read(source)).outcome).toMatchObject({ kind: 'unknownShape', requests: 2 });
  });

  it('hand an unknown shape on as it came', async () => {
    const { source } = pagesOf([{ messages: [] }]);
    expect((await read(source)).outcome).toMatchObject({
      kind: 'unknownShape',
      raw: { messages: [] },
    });
  });

  it('never throw, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 }),
        async (bodies) => {
          const { outcome } = await read(pagesOf(bodies).source);
          expect(['complete', 'stopped', 'unknownShape']).toContain(outcome.kind);
        },
      ),
    );
  });

  it('read all channels of a Workspace, two at a time', async () => {
    const sample = createSampleData(MONDAY);
    await using mock = await openMockWorkspace({ tasks: 0, data: sample });
    const { client, send } = mock.reader;
    const workspaceId = sample.workspaces[0]?.id ?? '';
    const source: CursorPages<string> = {
      kind: 'cursor',
      idOf: (id) => id,
      read: (cursor, signal) =>
        client.read(
          getChatChannels,
          { workspace_id: workspaceId, limit: 2, ...(cursor === null ? {} : { cursor }) },
          (body) => parseCursorPage(body, 'data', (entry) => idOf(recordOf(entry)?.['id'])),
          { ...send, signal },
        ),
    };
    const { outcome, ids } = await read(source);
    const whole = await mock.ask(`/api/v3/workspaces/${workspaceId}/chat/channels?limit=100`);
    const all = parseCursorPage(whole, 'data', (entry) => idOf(recordOf(entry)?.['id']));
    expect(outcome).toMatchObject({ kind: 'complete', requests: Math.ceil(ids.length / 2) });
    expect(ids.length).toBeGreaterThan(2);
    expect(all).toMatchObject({ items: ids, next: null });
  });
});
