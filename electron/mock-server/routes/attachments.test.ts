import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, TOKEN, type TestServer } from '../server.test-support.ts';

let mock: TestServer;
let taskId = '';
beforeAll(async () => {
  mock = await startTestServer();
  const { tasks } = (await mock.read('/api/v2/team/9002411/task')) as { tasks: { id: string }[] };
  taskId = tasks[0]?.id ?? '';
});
afterAll(() => mock.server.close());

const upload = async (parts: FormData, task = taskId) => {
  const { status, text } = await mock.ask(`/api/v2/task/${task}/attachment`, {
    method: 'POST',
    headers: { Authorization: TOKEN },
    body: parts,
  });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
};

const partsWith = (name: string, file: File): FormData => {
  const parts = new FormData();
  parts.set(name, file);
  return parts;
};

describe('an upload', () => {
  test('is answered with what was stored, and the task lists it', async () => {
    const file = new File(['%PDF-1.7'], 'Protokoll Übergabe.PDF', { type: 'application/pdf' });
    const { status, body } = await upload(partsWith('attachment', file));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Protokoll Übergabe.PDF',
      extension: 'pdf',
      mimetype: 'application/pdf',
      size: 8,
      version: '0',
    });
    const task = (await mock.read(`/api/v2/task/${taskId}`)) as { attachments: unknown[] };
    expect(task.attachments).toEqual([body]);
  });

  test('needs a file in the part that ClickUp names', async () => {
    const text = new FormData();
    text.set('attachment', 'not a file');
    expect((await upload(text)).status).toBe(400);
    expect((await upload(partsWith('file', new File(['x'], 'x.txt')))).status).toBe(400);
    const { status } = await mock.ask(`/api/v2/task/${taskId}/attachment`, { method: 'POST' });
    expect(status).toBe(400);
  });

  test('to a task out of reach is refused', async () => {
    const parts = partsWith('attachment', new File(['x'], 'x.txt'));
    expect(await upload(parts, 'nothere')).toMatchObject({
      status: 401,
      body: { ECODE: 'OAUTH_027' },
    });
  });
});
