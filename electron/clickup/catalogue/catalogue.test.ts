import { describe, expect, it, test } from 'vitest';
import { type FieldInfo, isInPath, type Shape } from '../../contract/operations.ts';
import { CATALOGUE } from './catalogue.ts';

const LONGEST_ABOUT = 140;
const LONGEST_FIELD_ABOUT = 130;

/** Words that keep their capital in a title: ClickUp's own names for things. */
const PROPER =
  /^(Workspace|Space|Folder|List|Doc|Custom|Field|Channel|Goal|Everything|Chat|Role)s?$/u;

const doubles = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);

function fieldsWithin(shape: Shape): readonly FieldInfo[] {
  switch (shape.type) {
    case 'list':
      return fieldsWithin(shape.of);
    case 'object':
      return shape.fields.flatMap((field) => [field, ...fieldsWithin(field.shape)]);
    default:
      return [];
  }
}

const fieldsOf = ({ parameters, body }: (typeof CATALOGUE)[number]): readonly FieldInfo[] => {
  const inBody =
    body === undefined ? [] : body.kind === 'json' ? fieldsWithin(body.shape) : body.fields;
  return [...parameters, ...inBody];
};

describe('ids', () => {
  test('are told apart and read like words', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(doubles(ids)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/u.test(id))).toEqual([]);
    expect(ids.filter((id) => /\bpublic\b/u.test(id))).toEqual([]);
  });
});

describe('titles', () => {
  test('are told apart under their tag', () => {
    expect(doubles(CATALOGUE.map(({ tag, title }) => `${tag}: ${title}`))).toEqual([]);
  });

  it.each(CATALOGUE.map(({ id, title }) => [id, title]))('%s: sentence case', (_id, title) => {
    const [first = '', ...others] = title.split(/[\s(),]+/u).filter((word) => word !== '');
    expect(first).toMatch(/^[A-Z][a-z]+$/u);
    expect(others.filter((word) => /^[A-Z]/u.test(word) && !PROPER.test(word))).toEqual([]);
  });
});

describe('the sentence about', () => {
  it.each(CATALOGUE.map(({ id, about }) => [id, about]))('%s is one, and short', (_id, about) => {
    expect(about).toMatch(/^[A-Z].*[^.]\.$/u);
    expect(about).not.toMatch(/[.!?]\s/u);
    expect(about.length).toBeLessThanOrEqual(LONGEST_ABOUT);
  });

  it.each(CATALOGUE.map((operation) => [operation.id, operation] as const))(
    'each field of %s is short, or empty',
    (_id, operation) => {
      const abouts = fieldsOf(operation).map(({ about }) => about);
      expect(abouts.filter((about) => about !== '' && !about.endsWith('.'))).toEqual([]);
      expect(abouts.filter((about) => about.length > LONGEST_FIELD_ABOUT)).toEqual([]);
    },
  );
});

describe('parameters', () => {
  it.each(CATALOGUE.map((operation) => [operation.id, operation] as const))(
    'of %s fill its path, each once, and path parameters are required',
    (_id, operation) => {
      const names = operation.parameters.map(({ name }) => name);
      expect(doubles(names)).toEqual([]);
      const inPath = operation.parameters.filter(({ name }) => isInPath(operation, name));
      const template = [...operation.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      expect(inPath.map(({ name }) => name)).toEqual(template);
      expect(inPath.filter(({ required }) => !required)).toEqual([]);
    },
  );

  test('no two fields of one object have the same name', () => {
    const objects = (shape: Shape): readonly (readonly FieldInfo[])[] => {
      if (shape.type === 'list') return objects(shape.of);
      if (shape.type !== 'object') return [];
      return [shape.fields, ...shape.fields.flatMap((field) => objects(field.shape))];
    };
    const all = CATALOGUE.flatMap(({ body }) => (body?.kind === 'json' ? objects(body.shape) : []));
    expect(all.flatMap((fields) => doubles(fields.map(({ name }) => name)))).toEqual([]);
  });
});
