import { beforeEach, describe, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { ADA, NOW, startAsking, type Asking } from './ask.test-support.ts';

const data = createSampleData(NOW);
const FIRST = '86c0q2v9x';
const JONAS = 81204417;

let mock: Asking;
beforeEach(() => {
  mock = startAsking(data);
});

const status = (method: string, path: string, body?: unknown, query = '') =>
  mock.ask(method, path, { body, query }).status;

describe('comments', () => {
  interface Comment {
    readonly id: string;
    readonly comment_text: string;
    readonly date: string;
    readonly reply_count: string;
  }
  const list = (path: string, query = '') =>
    (mock.get(path, query) as { comments: Comment[] }).comments;

  test('newest first, with the people and the number of replies', () => {
    const comments = list(`/v2/task/${FIRST}/comment`);
    expect(comments).toMatchObject([
      {
        comment: [{ text: expect.stringContaining('hourly rate') }],
        user: { username: 'Freya Lindholm' },
        assignee: { id: ADA },
        assigned_by: { username: 'Freya Lindholm' },
        resolved: false,
        reply_count: '0',
      },
      { user: { username: 'Jonas Brandt' }, assignee: null, reply_count: '2', reactions: [] },
    ]);
    expect(list(`/v2/comment/${comments[1]?.id}/reply`).map((each) => each.reply_count)).toEqual([
      '0',
      '0',
    ]);
  });

  test('25 at a time, the rest by start and start_id', () => {
    for (let index = 0; index < 30; index += 1) {
      const body = { comment_text: `No. ${index}`, notify_all: false };
      mock.send('POST', `/v2/task/${FIRST}/comment`, body, { now: NOW + Math.floor(index / 4) });
    }
    const path = `/v2/task/${FIRST}/comment`;
    const all = (query: string) =>
      (mock.ask('GET', path, { query, now: NOW + 100 }).body as { comments: Comment[] }).comments;
    const first = all('');
    const last = first.at(-1);
    const second = all(`start=${last?.date}&start_id=${last?.id}`);
    expect([first.length, second.length]).toEqual([25, 7]);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(32);
    expect(first[0]?.comment_text).toBe('No. 29');
    expect(status('GET', path, undefined, 'start=5')).toBe(400);
  });

  test('made, answered, changed and removed', () => {
    const made = mock.send('POST', `/v2/task/${FIRST}/comment`, {
      comment_text: 'Sent.',
      assignee: JONAS,
      notify_all: true,
    }) as { id: string };
    expect(made).toEqual({ id: made.id, hist_id: expect.any(String), date: NOW });
    const reply = mock.send('POST', `/v2/comment/${made.id}/reply`, {
      comment: [{ text: 'Thank ' }, { text: 'you' }],
    }) as { id: string };
    expect(list(`/v2/comment/${made.id}/reply`)[0]?.comment_text).toBe('Thank you');
    mock.send('PUT', `/v2/comment/${made.id}`, {
      comment_text: 'Sent!',
      assignee: null,
      resolved: true,
    });
    expect(list(`/v2/task/${FIRST}/comment`)[0]).toMatchObject({
      comment_text: 'Sent!',
      assignee: null,
      assigned_by: null,
      resolved: true,
      reply_count: '1',
    });
    mock.send('DELETE', `/v2/comment/${made.id}`);
    expect(status('GET', `/v2/comment/${reply.id}/reply`)).toBe(404);
    expect(list(`/v2/task/${FIRST}/comment`)).toHaveLength(2);
    expect(status('POST', `/v2/task/${FIRST}/comment`, { comment_text: ' ' })).toBe(400);
  });

  test('on a List', () => {
    const sprint = data.lists.find(({ name }) => name === 'Sprint 48')?.id;
    const path = `/v2/list/${sprint}/comment`;
    mock.send('POST', path, { comment_text: 'Noted', assignee: ADA, notify_all: false });
    expect(list(path).map(({ comment_text }) => comment_text)).toEqual([
      'Noted',
      expect.stringContaining('Demo is on Friday'),
    ]);
  });
});

describe('tags', () => {
  const space = data.spaces[0]?.id;
  const ofSpace = () =>
    (mock.get(`/v2/space/${space}/tag`) as { tags: { name: string }[] }).tags.map(
      ({ name }) => name,
    );
  const ofTask = () =>
    (mock.get(`/v2/task/${FIRST}`) as { tags: { name: string }[] }).tags.map(({ name }) => name);

  test('of a Space', () => {
    const tag = { name: 'Christmas', tag_fg: '#ffffff', tag_bg: '#aa0000' };
    mock.send('POST', `/v2/space/${space}/tag`, { tag });
    mock.send('POST', `/v2/space/${space}/tag`, { tag: { ...tag, name: 'CHRISTMAS' } });
    expect(ofSpace().filter((name) => name.toLowerCase() === 'christmas')).toEqual(['Christmas']);
    expect(status('POST', `/v2/space/${space}/tag`, { tag: {} })).toBe(400);
    expect(status('DELETE', `/v2/space/${space}/tag/nowhere`)).toBe(404);
  });

  test('renaming and removing reaches the tasks', () => {
    const tag = { name: 'offer', fg_color: '#000000', bg_color: '#eeeeee' };
    expect(mock.send('PUT', `/v2/space/${space}/tag/quote`, { tag })).toEqual({ tag });
    expect(mock.get(`/v2/task/${FIRST}`)).toMatchObject({
      tags: [{ name: 'offer', tag_bg: '#eeeeee' }],
    });
    mock.send('DELETE', `/v2/space/${space}/tag/offer`);
    expect([ofTask(), ofSpace().includes('offer')]).toEqual([[], false]);
  });

  test('of a task; one that its Space lacks is made', () => {
    mock.send('POST', `/v2/task/${FIRST}/tag/${encodeURIComponent('Ä/b')}`);
    mock.send('POST', `/v2/task/${FIRST}/tag/QUOTE`);
    expect(ofTask()).toEqual(['quote', 'Ä/b']);
    expect(ofSpace()).toContain('Ä/b');
    mock.send('DELETE', `/v2/task/${FIRST}/tag/Quote`);
    expect(ofTask()).toEqual(['Ä/b']);
  });
});

test('checklists and their items', () => {
  interface Checklist {
    readonly id: string;
    readonly name: string;
    readonly items: readonly { readonly id: string }[];
  }
  const made = mock.send('POST', `/v2/task/${FIRST}/checklist`, { name: 'Journey' }) as {
    checklist: Checklist;
  };
  const path = `/v2/checklist/${made.checklist.id}`;
  const add = (name: string) =>
    (mock.send('POST', `${path}/checklist_item`, { name }) as { checklist: Checklist }).checklist;
  const first = add('Tickets').items[0]?.id;
  const second = add('Hotel').items[1]?.id;
  const item = (id: string | undefined, body: object) =>
    mock.send('PUT', `${path}/checklist_item/${id}`, body);
  item(first, { resolved: true, assignee: JONAS });
  item(second, { parent: first, name: 'Hostel' });
  expect(status('PUT', `${path}/checklist_item/${first}`, { parent: second })).toBe(400);
  mock.send('PUT', path, { position: 0, name: 'Trip' });
  expect(mock.get(`/v2/task/${FIRST}`)).toMatchObject({
    checklists: [
      {
        name: 'Trip',
        task_id: FIRST,
        orderindex: 0,
        resolved: 1,
        unresolved: 1,
        items: [
          { name: 'Tickets', resolved: true, assignee: { id: JONAS }, children: [second] },
          { name: 'Hostel', parent: first },
        ],
      },
      { name: 'Quote', unresolved: 2 },
    ],
  });
  mock.send('DELETE', `${path}/checklist_item/${first}`);
  expect(mock.get(`/v2/task/${FIRST}`)).toMatchObject({
    checklists: [{ items: [{ id: second, parent: null }] }, {}],
  });
  mock.send('DELETE', path);
  expect(status('PUT', path, { name: 'x' })).toBe(404);
});

test('dependencies and links, without circles', () => {
  const [a = '', b = '', c = ''] = data.tasks.slice(6, 9).map(({ id }) => id);
  const wait = (id: string, body: object) => status('POST', `/v2/task/${id}/dependency`, body);
  expect(wait(a, { depends_on: b })).toBe(200);
  expect(wait(c, { dependency_of: b })).toBe(200);
  expect([wait(c, { depends_on: a }), wait(a, { depends_on: a }), wait(a, {})]).toEqual([
    400, 400, 400,
  ]);
  expect(mock.get(`/v2/task/${b}`)).toMatchObject({
    dependencies: [
      { task_id: a, depends_on: b, type: 1 },
      { task_id: b, depends_on: c },
    ],
  });
  expect(status('DELETE', `/v2/task/${a}/dependency`, undefined, `depends_on=${b}`)).toBe(200);
  expect(mock.get(`/v2/task/${a}`)).toMatchObject({ dependencies: [] });
  const linked = mock.send('POST', `/v2/task/${a}/link/${b}`) as { task: object };
  expect(linked.task).toMatchObject({
    linked_tasks: [{ task_id: a, link_id: b, userid: String(ADA) }],
  });
  expect(mock.get(`/v2/task/${b}`)).toMatchObject({ linked_tasks: [{ link_id: a }] });
  mock.send('DELETE', `/v2/task/${b}/link/${a}`);
  expect(mock.get(`/v2/task/${a}`)).toMatchObject({ linked_tasks: [] });
});
