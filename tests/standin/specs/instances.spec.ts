import { recordedAs, startElectron } from '../conformance/processes.ts';
import { EXECUTABLE, expect, test } from '../support/fixture-app.ts';

const linksOf = (userData: string, name: string): readonly string[] =>
  recordedAs(userData, name).flatMap(([argv]) =>
    (argv as string[]).filter((argument) => argument.startsWith('link:')),
  );

test('no link is lost where instances end as soon as they are ready', async ({ userData }) => {
  const env = { RECORDER_SINGLE: '1', RECORDER_ENDS: '1' };
  const links = [1, 2, 3, 4, 5, 6].map((number) => `link:${number}`);
  const started = links.map((link) =>
    startElectron({ executable: EXECUTABLE, userData, env, args: [link] }),
  );
  const codes = await Promise.all(started.map(({ ended }) => ended));
  expect(new Set(codes)).toEqual(new Set([0]));
  const arrived = [...linksOf(userData, 'start'), ...linksOf(userData, 'second-instance')];
  expect(arrived.toSorted()).toEqual(links);
});
