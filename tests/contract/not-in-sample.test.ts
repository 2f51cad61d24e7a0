import { expect, test } from 'vitest';
import { CATALOGUE } from '../../electron/clickup/catalogue/catalogue.ts';
import { ROUTES } from '../../electron/mock-server/routes/routes.ts';
import { NOT_IN_SAMPLE } from '../../renderer/screens/requests/not-in-sample.ts';

const key = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path.replaceAll(/\{\w+\}/gu, '{}')}`;

test('what the sample server lacks is known ahead', () => {
  const answered = new Set(ROUTES.map(key));
  const lacking = CATALOGUE.filter((operation) => !answered.has(key(operation)));
  expect([...NOT_IN_SAMPLE].toSorted()).toEqual(lacking.map(({ id }) => id).toSorted());
});
