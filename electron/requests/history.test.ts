import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { createFakeClock } from '../clickup/fake-clock.test-support.ts';
import { memoryStore, type MemoryStore } from '../connections/fakes.test-support.ts';
import { fail, ok } from '../contract/errors.ts';
import { MOST_REMEMBERED } from '../contract/history.ts';
import type { Parameters, RequestBody } from '../contract/requests.ts';
import { createHistory } from './history.ts';
import { type HistoryDocument, noHistory, parseHistory } from './history-document.ts';
import { remember } from './remembered.ts';

const TOKEN = 'pk_4400112_CANARYCANARYCANARY0001';
const ME = 'me';
const ANSWERED = { kind: 'answered', status: 200, durationMs: 12 } as const;

function start(store: MemoryStore<HistoryDocument> = memoryStore<HistoryDocument>(noHistory)) {
  const clock = createFakeClock();
  const changes: string[] = [];
  let made = 0;
  const history = createHistory({
    open: () => store,
    clock,
    newId: () => `${String((made += 1)).padStart(8, '0')}-0000-4000-8000-000000000000`,
    onChange: (connectionId) => changes.push(connectionId),
  });
  const send = (
    operationId: string,
    parameters: Parameters = {},
    body: RequestBody = { kind: 'none' },
  ): void =>
    history.note(ME, remember({ operationId, parameters, body }, TOKEN), ANSWERED, clock.now());
  const names = (): readonly string[] =>
    history.read(ME).entries.map(({ operationId }) => operationId);
  const idOf = (operationId: string): string =>
    history.read(ME).entries.find((entry) => entry.operationId === operationId)?.id ?? '';
  return { store, clock, changes, history, send, names, idOf };
}

describe('the history', () => {
  it('has the latest first and folds what was sent again', () => {
    const { send, history, names, clock } = start();
    send('get-task', { task_id: '1', custom_task_ids: true });
    send('get-user');
    clock.advance(1000);
    send('get-task', { custom_task_ids: true, task_id: '1' });
    send('get-task', { task_id: '2' });
    expect(names()).toEqual(['get-task', 'get-task', 'get-user']);
    expect(history.read(ME).entries.map(({ count }) => count)).toEqual([1, 2, 1]);
    expect(history.read(ME).entries[1]?.at).toBe(clock.now());
  });

  it('tells bodies apart', () => {
    const { send, names } = start();
    send('create-task', { list_id: '1' }, { kind: 'json', text: '{"name":"a"}' });
    send('create-task', { list_id: '1' }, { kind: 'json', text: '{"name":"b"}' });
    send('create-task', { list_id: '1' });
    expect(names()).toHaveLength(3);
  });

  it(`remembers ${MOST_REMEMBERED}, the pinned ones longest`, () => {
    const { send, history, names, idOf } = start();
    send('pinned');
    history.pin(ME, idOf('pinned'), true);
    for (let index = 0; index < MOST_REMEMBERED + 20; index += 1) send(`operation-${index}`);
    expect(names()).toHaveLength(MOST_REMEMBERED);
    expect(names().at(-1)).toBe('pinned');
    expect(names()[0]).toBe(`operation-${MOST_REMEMBERED + 19}`);
  });

  it('takes the newest even where everything is pinned', () => {
    const { send, history, names, idOf } = start();
    for (let index = 0; index < MOST_REMEMBERED; index += 1) {
      send(`operation-${index}`);
      history.pin(ME, idOf(`operation-${index}`), true);
    }
    send('newest');
    expect(names()).toHaveLength(MOST_REMEMBERED);
    expect(names()[0]).toBe('newest');
    expect(names()).not.toContain('operation-0');
  });

  it('clears what is not pinned and brings it back', () => {
    const { send, history, names, idOf, clock } = start();
    for (const name of ['a', 'b', 'c']) {
      clock.advance(1);
      send(name);
    }
    history.pin(ME, idOf('b'), true);
    expect(history.clear(ME)).toBe(2);
    expect(names()).toEqual(['b']);
    clock.advance(1);
    send('a');
    history.restore(ME);
    expect(names()).toEqual(['a', 'c', 'b']);
    history.restore(ME);
    expect(names()).toEqual(['a', 'c', 'b']);
    expect(history.clear(ME)).toBe(2);
    expect(history.clear(ME)).toBe(0);
  });

  it('removes one, and knows what it has not', () => {
    const { send, history, names, idOf } = start();
    send('a');
    expect(history.remove(ME, idOf('a'))).toEqual(ok(null));
    expect(history.remove(ME, 'none')).toMatchObject({ error: { kind: 'notFound' } });
    expect(history.pin(ME, 'none', true)).toMatchObject({ error: { kind: 'notFound' } });
    history.restore(ME);
    expect(names()).toEqual(['a']);
  });
});

describe('on disk', () => {
  it('many changes are one write, a moment later or before quitting', () => {
    const { send, store, clock, history } = start();
    for (let index = 0; index < 50; index += 1) send(`operation-${index}`);
    expect(store.written).toHaveLength(0);
    clock.advance(300);
    expect(store.written).toHaveLength(1);
    send('last');
    history.flush();
    history.flush();
    expect(store.written).toHaveLength(2);
    expect(clock.pending()).toBe(0);
    expect(store.written[1]?.entries[0]?.operationId).toBe('last');
  });

  it('goes on without room on the disk, says so, and writes once there is some', () => {
    const { send, store, clock, history, names, changes } = start();
    store.refuse({ kind: 'storage', cause: 'full' });
    send('a');
    clock.advance(300);
    expect(history.read(ME).unsaved).toBe('full');
    expect(names()).toEqual(['a']);
    expect(changes).toHaveLength(2);
    store.refuse(null);
    send('b');
    clock.advance(300);
    expect(history.read(ME).unsaved).toBeNull();
    expect(store.written.at(-1)?.entries).toHaveLength(2);
  });

  it('what is forgotten is erased, and a write that was due never comes', () => {
    const { send, store, clock, history, names } = start();
    send('a');
    clock.advance(300);
    send('b');
    expect(history.forget(ME)).toEqual(ok(null));
    clock.advance(1000);
    expect(store.written).toHaveLength(1);
    expect(store.forgotten()).toBe(1);
    expect(names()).toEqual([]);
    const refusal = { kind: 'storage', cause: 'readOnly' } as const;
    store.refuseForgetting(refusal);
    expect(history.forget(ME)).toEqual(fail(refusal));
  });

  it('every document it writes can be read again as it was', () => {
    const text = anyText();
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(text, value, { maxKeys: 4 }), text, (parameters, body) => {
        const { send, store, history } = start();
        send('create-task', parameters, { kind: 'json', text: body });
        history.flush();
        const written = store.written.at(-1);
        expect(parseHistory(JSON.parse(JSON.stringify(written)))).toEqual(written);
      }),
    );
  });

  it('an entry that cannot be read is left out, and the others stay', () => {
    const { send, store, history } = start();
    send('a');
    history.flush();
    const [entry] = store.written.at(-1)?.entries ?? [];
    expect(parseHistory({ entries: [{ id: 1 }, entry, null] })).toEqual({ entries: [entry] });
    expect(parseHistory({ entries: 'none' })).toBeNull();
    expect(parseHistory([])).toBeNull();
  });
});
