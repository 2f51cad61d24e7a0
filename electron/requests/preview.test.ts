import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../any-text.test-support.ts';
import { CATALOGUE } from '../clickup/catalogue/catalogue.ts';
import { CLICKUP } from '../clickup/endpoint.ts';
import { previewRequest } from './preview.ts';

const operation = CATALOGUE.find(({ id }) => id === 'get-tasks');

it('is the address that sending would use', async () => {
  expect(
    previewRequest(CLICKUP, operation, {
      list_id: '9/1',
      'tags[]': ['a b', 'c&d'],
      archived: true,
    }),
  ).toEqual({
    ok: true,
    value: {
      method: 'GET',
      url: 'https://api.clickup.com/api/v2/list/9%2F1/task?archived=true&tags%5B%5D=a+b&tags%5B%5D=c%26d',
    },
  });
});

it('refuses what sending refuses', () => {
  expect(previewRequest(CLICKUP, operation, {})).toMatchObject({ error: { field: 'list_id' } });
  expect(previewRequest(CLICKUP, operation, { list_id: '..' })).toMatchObject({ ok: false });
  expect(previewRequest(CLICKUP, undefined, {})).toMatchObject({ error: { kind: 'invalid' } });
});

it('holds nothing that a shell, curl or a browser would take for more than an address', () => {
  const addresses = fc.sample(fc.tuple(anyText(), anyText()), 300).flatMap(([list, tag]) => {
    const preview = previewRequest(CLICKUP, operation, { list_id: list, 'tags[]': [tag] });
    return preview.ok ? [preview.value.url] : [];
  });
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) expect(address).toMatch(/^[\w:/.?&=%+*!~'()-]+$/u);
});
