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

const status = (method: string, path: string, body?: unknown) =>
  mock.ask(method, path, { body }).status;

describe('Custom Fields', () => {
  const field = (name: string) => data.fields.find((each) => each.name === name);
  const inSpace = (name: string) => {
    const lists = data.lists.filter((list) => list.spaceId === field(name)?.place.id);
    const ids = new Set(lists.map(({ id }) => id));
    return data.tasks.find(({ listId }) => ids.has(listId) || listId === field(name)?.place.id);
  };
  const set = (name: string, value: unknown) => {
    const path = `/v2/task/${inSpace(name)?.id}/field/${field(name)?.id}`;
    return mock.ask('POST', path, { body: { value } });
  };
  const valueOf = (name: string) =>
    (
      mock.get(`/v2/task/${inSpace(name)?.id}`) as {
        custom_fields: { name: string; value: unknown }[];
      }
    ).custom_fields.find((each) => each.name === name)?.value;

  test('a List tells all that apply, a Space those made there', () => {
    const names = (path: string) =>
      (mock.get(path) as { fields: { name: string }[] }).fields.map(({ name }) => name);
    expect(names(`/v2/list/${data.lists[0]?.id}/field`)).toEqual(['Contact', 'Value', 'Channel']);
    expect(names(`/v2/space/${data.spaces[1]?.id}/field`)).toHaveLength(4);
    expect(names('/v2/team/9002411/field')).toEqual([]);
    expect(names(`/v2/folder/${data.folders[0]?.id}/field`)).toEqual([]);
    const { fields } = mock.get(`/v2/list/${data.lists[0]?.id}/field`) as { fields: object[] };
    expect(fields[2]).toMatchObject({
      type: 'drop_down',
      type_config: { options: [{ name: 'Recommendation', orderindex: 0 }, {}, {}] },
      date_created: expect.stringMatching(/^\d{13}$/),
      hide_from_guests: false,
      required: false,
    });
  });

  const option = field('Channel')?.options[1]?.id;
  const label = field('Area')?.options[2]?.id;
  test.each([
    ['Channel', option, 1],
    ['Channel', 2, 2],
    ['Area', [label], [label]],
    ['Value', 12.5, '12.5'],
    ['Words', '300', '300'],
    ['Goes live', NOW, String(NOW)],
    ['Behind a flag', true, 'true'],
    ['Contact', 'mail@example.test', 'mail@example.test'],
    ['Pull request', 'https://example.test/1', 'https://example.test/1'],
    ['Remark', 'Fine', 'Fine'],
    ['Cost centre', 'Studio', 'Studio'],
  ])('%s takes %j and tells %j', (name, value, told) => {
    expect(set(name, value)).toEqual({ status: 200, body: {} });
    expect(valueOf(name)).toEqual(told);
    expect(set(name, null).status).toBe(200);
    expect(valueOf(name)).toBeUndefined();
  });

  test('people are added and removed', () => {
    set('Reviewers', null);
    set('Reviewers', { add: [ADA, JONAS] });
    set('Reviewers', { rem: [ADA] });
    expect(valueOf('Reviewers')).toMatchObject([{ id: JONAS, username: 'Jonas Brandt' }]);
  });

  test.each([
    ['Channel', 'Website'],
    ['Channel', 9],
    ['Area', 'x'],
    ['Area', ['x']],
    ['Value', 'much'],
    ['Goes live', '2026-01-01'],
    ['Behind a flag', 'perhaps'],
    ['Contact', 'nobody'],
    ['Pull request', 'example'],
    ['Reviewers', [ADA]],
    ['Reviewers', { add: [1] }],
    ['Remark', 5],
  ])('%s does not take %j', (name, value) => {
    const before = valueOf(name);
    expect(set(name, value)).toMatchObject({ status: 400, body: { ECODE: 'FIELD_375' } });
    expect(valueOf(name)).toEqual(before);
  });

  test('a field of elsewhere, no value, and removing one', () => {
    const path = `/v2/task/${FIRST}/field`;
    expect(status('POST', `${path}/${field('Words')?.id}`, { value: 1 })).toBe(404);
    expect(status('POST', `${path}/${field('Value')?.id}`, {})).toBe(400);
    set('Value', 3);
    expect(status('DELETE', `/v2/task/${inSpace('Value')?.id}/field/${field('Value')?.id}`)).toBe(
      200,
    );
    expect(valueOf('Value')).toBeUndefined();
  });
});
