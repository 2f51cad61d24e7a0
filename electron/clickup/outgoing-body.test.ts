import { describe, expect, it, vi } from 'vitest';
import { createTaskAttachment } from './catalogue/attachments.ts';
import { createChecklist } from './catalogue/task-checklists.ts';
import type { AuthorizationSupplier } from './client.ts';
import { authorizeCanary, bench, jsonResponse } from './fakes.test-support.ts';

const ask = { authorize: authorizeCanary, priority: 'interactive' } as const;

describe('a JSON body', () => {
  it('is sent as it was written', async () => {
    const { client, sent } = bench(async () => jsonResponse({}));
    const text = '{ "name": "Übung",\n "big": 12345678901234567890 }';
    const body = { kind: 'json', text } as const;
    await client.send({ ...ask, operation: createChecklist, parameters: { task_id: '1' }, body });
    expect(sent[0]?.init.body).toBe(text);
    const headers = new Headers(sent[0]?.init.headers);
    expect(headers.get('content-type')).toBe('application/json');
  });

  it.each(['', '{', '{"name":}', 'name', "{'a':1}", '{"a":1}}', 'NaN', '\u{FEFF}{}'])(
    'that is none is refused before the token is read: %j',
    async (text) => {
      const { client, sent } = bench(async () => jsonResponse({}));
      const authorize = vi.fn<AuthorizationSupplier>(authorizeCanary);
      const body = { kind: 'json', text } as const;
      const operation = createChecklist;
      const parameters = { task_id: '1' };
      expect(await client.send({ ...ask, operation, parameters, body, authorize })).toMatchObject({
        ok: false,
        error: { kind: 'invalid', field: 'body' },
      });
      expect(authorize).not.toHaveBeenCalled();
      expect(sent).toEqual([]);
    },
  );
});

describe('a file', () => {
  const BYTES = new Uint8Array([0, 1, 2, 250]);

  it.each([
    ['bytes', BYTES],
    ['a blob', new Blob([BYTES])],
  ])('goes as multipart, from %s', async (_name, bytes) => {
    const { client, sent } = bench(async () => jsonResponse({}));
    await client.send({
      ...ask,
      operation: createTaskAttachment,
      parameters: { task_id: '1' },
      body: {
        kind: 'file',
        field: 'attachment',
        name: 'Plan "B".pdf',
        bytes,
        fields: { note: 'x', tags: ['a', 'b'] },
      },
    });
    const [{ url, init } = { url: '', init: {} }] = sent;
    const received = new Request(url, init);
    expect(received.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/u);
    const form = await received.formData();
    expect([form.get('note'), ...form.getAll('tags')]).toEqual(['x', 'a', 'b']);
    const file = form.get('attachment');
    expect(file).toBeInstanceOf(File);
    if (!(file instanceof File)) return;
    expect(file.name).toBe('Plan "B".pdf');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(BYTES);
  });
});
