import { beforeEach, describe, expect, test } from 'vitest';
import { createSampleData } from '../data/sample-data.ts';
import { ADA, NORTHWIND, NOW, RUTH, startAsking, type Asking } from './ask.test-support.ts';

const data = createSampleData(NOW);
const JONAS = 81204417;
const MEI = 81204428;

let mock: Asking;
beforeEach(() => {
  mock = startAsking(data);
});

describe('webhooks', () => {
  const PATH = `/v2/team/${NORTHWIND}/webhook`;
  const body = { endpoint: 'https://hooks.example/clickup', events: ['taskCreated'] };

  test('made, listed, changed and removed', () => {
    const { id, webhook } = mock.send('POST', PATH, { ...body, list_id: 901204411 }) as {
      id: string;
      webhook: object;
    };
    expect(webhook).toMatchObject({
      id,
      userid: ADA,
      team_id: Number(NORTHWIND),
      list_id: 901204411,
      space_id: null,
      health: { status: 'active', fail_count: 0 },
      secret: expect.stringMatching(/^SAMPLE/),
    });
    mock.send('PUT', `/v2/webhook/${id}`, { events: '*', status: 'inactive' });
    const { webhooks } = mock.get(PATH) as { webhooks: { events: string[] }[] };
    expect(webhooks).toMatchObject([{ id, health: { status: 'inactive' } }]);
    expect(webhooks[0]?.events).toContain('keyResultDeleted');
    expect(mock.ask('GET', PATH, { userId: JONAS }).body).toEqual({ webhooks: [] });
    mock.send('DELETE', `/v2/webhook/${id}`);
    expect(mock.ask('DELETE', `/v2/webhook/${id}`).status).toBe(404);
  });

  test('the same address for the same place is OAUTH_171', () => {
    mock.send('POST', PATH, body);
    expect(mock.ask('POST', PATH, { body })).toEqual({
      status: 400,
      body: { err: 'Webhook configuration already exists', ECODE: 'OAUTH_171' },
    });
    expect(mock.ask('POST', PATH, { body: { ...body, list_id: 901204411 } }).status).toBe(200);
  });

  test.each([
    { endpoint: 'here', events: ['taskCreated'] },
    { endpoint: body.endpoint, events: [] },
    { endpoint: body.endpoint, events: ['taskSneezed'] },
    {},
  ])('%j is refused', (given) => {
    expect(mock.ask('POST', PATH, { body: given }).status).toBe(400);
  });
});

test('every place has a view with its open tasks', () => {
  const list = data.lists[0]?.id;
  const { views } = mock.get(`/v2/list/${list}/view`) as { views: { id: string }[] };
  expect(views).toMatchObject([{ type: 'list', parent: { id: list, type: 6 } }]);
  expect(mock.get(`/v2/view/${views[0]?.id}`)).toEqual({ view: views[0] });
  expect(mock.get(`/v2/view/${views[0]?.id}/task`, 'page=0')).toEqual(
    mock.get(`/v2/list/${list}/task`),
  );
  const { views: ofTeam } = mock.get(`/v2/team/${NORTHWIND}/view`) as { views: { id: string }[] };
  expect(mock.get(`/v2/view/${ofTeam[0]?.id}/task`, 'page=0')).toMatchObject({ last_page: false });
  expect(mock.ask('GET', '/v2/view/6-1-1').status).toBe(401);
  expect(mock.ask('GET', '/v2/view/x').status).toBe(404);
});

describe('chat', () => {
  const PATH = `/v3/workspaces/${NORTHWIND}/chat`;
  const [general, , direct] = data.channels;

  test('channels that one sees, in pages', () => {
    const all = mock.get(`${PATH}/channels`) as { data: { name: string }[]; next_cursor: string };
    expect(all.data.map(({ name }) => name)).toEqual(['General', 'Web app', 'Ada, Jonas']);
    expect(all).toMatchObject({
      data: [{ type: 'CHANNEL', visibility: 'PUBLIC', creator: String(ADA) }, {}, { type: 'DM' }],
      next_cursor: '',
    });
    const first = mock.get(`${PATH}/channels`, 'limit=2') as typeof all;
    expect(first.data).toHaveLength(2);
    const rest = mock.get(`${PATH}/channels`, `limit=2&cursor=${first.next_cursor}`);
    expect(rest).toEqual({ data: all.data.slice(2), next_cursor: '' });
    const { body } = mock.ask('GET', `${PATH}/channels`, { userId: MEI });
    expect((body as typeof all).data).toHaveLength(2);
    expect(mock.ask('GET', `${PATH}/channels/${direct?.id}`, { userId: MEI })).toMatchObject({
      status: 404,
      body: { status: 404, message: 'Channel not found', timestamp: NOW },
    });
    expect(mock.ask('GET', `${PATH}/channels`, { query: 'cursor=x' }).status).toBe(400);
    expect(mock.ask('GET', `${PATH}/channels`, { query: 'limit=0' }).status).toBe(400);
    expect(mock.ask('GET', `${PATH}/channels`, { userId: RUTH }).status).toBe(401);
  });

  test('messages and replies, newest first; writing one is 201', () => {
    const path = `${PATH}/channels/${general?.id}/messages`;
    const body = { type: 'message', content: 'Hello **all**' };
    const sent = mock.ask('POST', path, { body });
    expect(sent).toMatchObject({
      status: 201,
      body: { ...body, user_id: String(ADA), date: NOW, replies_count: 0, resolved: false },
    });
    const { id } = sent.body as { id: string };
    expect(mock.get(path)).toMatchObject({
      data: [{ id }, { replies_count: 0 }, { replies_count: 2 }, {}],
    });
    const reply = mock.send('POST', `${PATH}/messages/${id}/replies`, body) as { id: string };
    expect(mock.get(`${PATH}/messages/${id}/replies`)).toMatchObject({
      data: [{ id: reply.id, parent_message: id }],
    });
    mock.send('PATCH', `${PATH}/messages/${id}`, { content: 'Hello', resolved: true });
    expect(mock.get(path)).toMatchObject({
      data: [{ content: 'Hello', resolved: true }, {}, {}, {}],
    });
    const foreign = { body: { content: 'x' }, userId: JONAS };
    expect(mock.ask('PATCH', `${PATH}/messages/${id}`, foreign).status).toBe(403);
    expect(mock.ask('DELETE', `${PATH}/messages/${id}`)).toEqual({ status: 204, body: null });
    expect(mock.ask('GET', `${PATH}/messages/${reply.id}/replies`).status).toBe(404);
    expect(mock.ask('POST', path, { body: { type: 'message', content: '' } }).status).toBe(400);
    expect(mock.ask('POST', path, { body: { content: 'x' } }).status).toBe(400);
  });

  test('a channel is made once, changed and removed', () => {
    const body = { name: 'Kitchen', user_ids: [String(JONAS)], visibility: 'PRIVATE' };
    const made = mock.ask('POST', `${PATH}/channels`, { body });
    expect(made).toMatchObject({ status: 201, body: { data: { visibility: 'PRIVATE' } } });
    const again = mock.ask('POST', `${PATH}/channels`, { body });
    expect([again.status, again.body]).toEqual([200, made.body]);
    const { id } = (made.body as { data: { id: string } }).data;
    expect(mock.get(`${PATH}/channels/${id}/members`)).toMatchObject({
      data: [{ id: String(ADA), name: 'Ada Kessler' }, { id: String(JONAS) }],
    });
    expect(mock.send('PATCH', `${PATH}/channels/${id}`, { topic: 'Cake' })).toMatchObject({
      data: { topic: 'Cake', name: 'Kitchen' },
    });
    expect(mock.ask('DELETE', `${PATH}/channels/${id}`).status).toBe(204);
    expect(mock.ask('GET', `${PATH}/channels/${id}`).status).toBe(404);
  });
});

describe('Docs', () => {
  const PATH = `/v3/workspaces/${NORTHWIND}/docs`;
  const [doc] = data.docs;

  test('are found by what they are, not by what they say', () => {
    expect(mock.get(PATH)).toMatchObject({
      docs: [{ name: 'How we work', workspace_id: 9002411, deleted: false }, { creator: ADA }],
      next_cursor: '',
    });
    expect(mock.get(PATH, `creator=${ADA}`)).toMatchObject({ docs: [{ name: 'Trade fair 2027' }] });
    expect(mock.get(`${PATH}/${doc?.id}`)).toMatchObject({ id: doc?.id, parent: { type: 12 } });
    expect(mock.ask('GET', `${PATH}/x`)).toMatchObject({ status: 404, body: { status: 404 } });
  });

  test('pages as a tree and one by one, in Markdown or plain', () => {
    expect(mock.get(`${PATH}/${doc?.id}/page_listing`)).toMatchObject([
      { name: 'Start here', doc_id: doc?.id, pages: [{ name: 'Naming things' }] },
      { name: 'When something breaks' },
    ]);
    const flat = mock.get(`${PATH}/${doc?.id}/page_listing`, 'max_page_depth=1') as object[];
    expect(flat[0]).not.toHaveProperty('pages');
    const [page] = mock.get(`${PATH}/${doc?.id}/pages`) as { id: string; content: string }[];
    expect(page?.content).toContain('**Monday**');
    expect(
      mock.get(`${PATH}/${doc?.id}/pages/${page?.id}`, 'content_format=text/plain'),
    ).toMatchObject({ content: expect.stringContaining('Plan on Monday') });
  });

  test('made with a first page, which is then written', () => {
    const made = mock.ask('POST', PATH, { body: { name: 'Minutes' } });
    expect([made.status, made.body]).toMatchObject([201, { name: 'Minutes', creator: ADA }]);
    const { id } = made.body as { id: string };
    const [page] = mock.get(`${PATH}/${id}/pages`) as { id: string }[];
    const path = `${PATH}/${id}/pages/${page?.id}`;
    mock.send('PUT', path, { name: 'Monday', content: 'two' });
    mock.send('PUT', path, { content: 'one', content_edit_mode: 'prepend' });
    mock.send('PUT', path, { content: 'three', content_edit_mode: 'append' });
    expect(mock.get(path)).toMatchObject({ name: 'Monday', content: 'one\ntwo\nthree' });
    const below = mock.ask('POST', `${PATH}/${id}/pages`, {
      body: { parent_page_id: page?.id, name: 'Below' },
    });
    expect([below.status, below.body]).toMatchObject([201, { parent_page_id: page?.id }]);
    expect(mock.ask('PUT', path, { body: { content_edit_mode: 'x', content: 'y' } }).status).toBe(
      400,
    );
  });
});

test('what the sample lacks says so, what ClickUp lacks is refused otherwise', () => {
  const ask = (method: string, path: string) => {
    const { status, body } = mock.ask(method, path);
    return [status, (body as { ECODE: string }).ECODE];
  };
  for (const [method, path] of [
    ['GET', `/v2/team/${NORTHWIND}/goal`],
    ['GET', '/v2/group'],
    ['POST', `/v2/team/${NORTHWIND}/view`],
    ['GET', '/v2/task/86c0q2v9x/time_in_status'],
    ['POST', `/v3/workspaces/${NORTHWIND}/chat/channels/direct_message`],
  ] as const) {
    expect([path, ...ask(method, path)]).toEqual([path, 501, 'SAMPLE_501']);
  }
  expect(ask('PATCH', '/v2/user')).toEqual([405, 'SAMPLE_405']);
  expect(ask('GET', '/v2/nowhere')).toEqual([404, 'APP_001']);
  expect(ask('GET', '/v4/user')).toEqual([404, 'APP_001']);
});
