import { expect, FIXTURE_APP, notesOf, test } from '../support/fixture-app.ts';

test('a second instance hands over and ends', async ({ launch, start, userData }) => {
  const { app } = await launch();
  const second = start([FIXTURE_APP, 'app.perch.fixture://hello?a=1;$(id)']);
  expect(await second.ended).toBe(0);
  const heard = (): Promise<unknown> =>
    notesOf(app).then((notes) => notes.find(([name]) => name === 'second-instance'));
  await expect.poll(heard).toBeTruthy();
  expect(await heard()).toEqual([
    'second-instance',
    expect.arrayContaining([
      `--user-data-dir=${userData}`,
      FIXTURE_APP,
      'app.perch.fixture://hello?a=1;$(id)',
    ]),
    process.cwd(),
    { from: 'fixture' },
  ]);
});

test('of many started at once exactly one stays, and it hears of all others', async ({
  launch,
  start,
}) => {
  const { app } = await launch();
  const others = [1, 2, 3, 4].map((n) => start([FIXTURE_APP, `link-${n}`]));
  expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  const links = async (): Promise<string[]> =>
    (await notesOf(app))
      .filter(([name]) => name === 'second-instance')
      .map(([, argv]) => (argv as string[]).at(-1) ?? '')
      .sort();
  await expect.poll(links).toEqual(['link-1', 'link-2', 'link-3', 'link-4']);
});
