import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  electronExecutable,
  RECORDER,
  recorded,
  recordedAs,
  startElectron,
  type Started,
  type StartOptions,
} from './processes.ts';
import { expect, states } from './support.ts';

const REQUEST = 'docs/api/app.md#apprequestsingleinstancelockadditionaldata';
const SECOND_INSTANCE = 'docs/api/app.md#event-second-instance';
const RELAUNCH = 'docs/api/app.md#apprelaunchoptions';

type Start = (options: Omit<StartOptions, 'userData'>) => Started;

/** Starts instances that share a folder, and ends them. */
const withInstances = async (userData: string, body: (start: Start) => Promise<void>) => {
  const started: Started[] = [];
  try {
    await body((options) => {
      const { env = {} } = options;
      const one = startElectron({ ...options, userData, env: { RECORDER_SINGLE: '1', ...env } });
      started.push(one);
      return one;
    });
  } finally {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
  }
};

const untilNoted = (userData: string, name: string, times = 1): Promise<void> =>
  expect.poll(() => recordedAs(userData, name).length, { timeout: 30_000 }).toBe(times);

const dataOf = (userData: string): readonly unknown[] =>
  recordedAs(userData, 'second-instance').map(([, , data]) => data);

states(
  'app.requestSingleInstanceLock',
  'is true for the first instance and false for the next, which does not hold the lock',
  REQUEST,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      start({});
      await untilNoted(userData, 'ready');
      expect(await start({}).ended).toBe(0);
      expect(recordedAs(userData, 'refused')).toEqual([[false]]);
      expect(recordedAs(userData, 'start')).toHaveLength(1);
    }),
);

states(
  'app ‘second-instance’',
  'gives the other’s arguments and working directory, after ready',
  SECOND_INSTANCE,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      const cwd = await mkdtemp(join(tmpdir(), 'conformance-cwd-'));
      start({});
      await untilNoted(userData, 'ready');
      await start({ cwd, args: ['--some-switch', 'some argument', 'scheme://$(id);'] }).ended;
      await untilNoted(userData, 'second-instance');
      const [argv, workingDirectory, , isReady] = recordedAs(userData, 'second-instance')[0] ?? [];
      expect(argv).toEqual(
        expect.arrayContaining([
          electronExecutable(),
          `--user-data-dir=${userData}`,
          RECORDER,
          '--some-switch',
          'some argument',
          'scheme://$(id);',
        ]),
      );
      expect({ workingDirectory, isReady }).toEqual({ workingDirectory: cwd, isReady: true });
      await rm(cwd, { recursive: true });
    }),
);

states(
  'app ‘second-instance’',
  'does not keep the order of the arguments: switches come first, and one more among them',
  SECOND_INSTANCE,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      start({});
      await untilNoted(userData, 'ready');
      await start({ args: ['link', '--late-switch'] }).ended;
      await untilNoted(userData, 'second-instance');
      const [argv] = recordedAs(userData, 'second-instance')[0] ?? [];
      const heard = argv as readonly string[];
      expect(heard.indexOf('--late-switch')).toBeLessThan(heard.indexOf(RECORDER));
      expect(heard.at(-1)).toBe('link');
      expect(heard).toContain('--allow-file-access-from-files');
    }),
);

for (const [what, data] of [
  ['an object', { level: 1, inner: { text: 'with\0 and\ttab' } }],
  ['a number', 2],
  ['a text', 'data'],
  ['a list', ['2', true, 4]],
  ['null', null],
  ['300,000 characters', 'x'.repeat(300_000)],
] as const)
  states(
    'app ‘second-instance’',
    `gives the additionalData of the other: ${what}`,
    SECOND_INSTANCE,
    async ({ userData }) =>
      withInstances(userData, async (start) => {
        start({});
        await untilNoted(userData, 'ready');
        // One variable of the environment holds 128 KiB at most on Linux; the text is cut in the app.
        const isLong = typeof data === 'string' && data.length > 100_000;
        const env = isLong
          ? { RECORDER_DATA_LENGTH: String(data.length) }
          : { RECORDER_DATA: JSON.stringify(data) };
        expect(await start({ env }).ended).toBe(0);
        await untilNoted(userData, 'second-instance');
        expect(dataOf(userData)).toEqual([data]);
      }),
  );

states(
  'app ‘second-instance’',
  'gives null where the other gave no additionalData',
  SECOND_INSTANCE,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      start({});
      await untilNoted(userData, 'ready');
      await start({}).ended;
      await untilNoted(userData, 'second-instance');
      expect(dataOf(userData)).toEqual([null]);
    }),
);

states(
  'app ‘second-instance’',
  'comes after ready even when the other was there before it',
  SECOND_INSTANCE,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      start({ env: { RECORDER_BLOCKS_MS: '3000' } });
      await untilNoted(userData, 'start');
      const other = start({});
      await untilNoted(userData, 'ready');
      expect(await other.ended).toBe(0);
      await untilNoted(userData, 'second-instance');
      const names = recorded(userData).map(([, name]) => name);
      expect(names.indexOf('second-instance')).toBeGreaterThan(names.indexOf('ready'));
    }),
);

states(
  'app.requestSingleInstanceLock',
  'leaves one winner of five that start at once, which hears of the others',
  REQUEST,
  async ({ userData }) =>
    withInstances(userData, async (start) => {
      for (const number of [1, 2, 3, 4, 5]) start({ args: [`scheme://${number}`] });
      await untilNoted(userData, 'second-instance', 4);
      await untilNoted(userData, 'refused', 4);
      expect(recordedAs(userData, 'start')).toHaveLength(1);
    }),
);

states(
  'app.releaseSingleInstanceLock',
  'lets another instance take the lock',
  'docs/api/app.md#appreleasesingleinstancelock',
  async ({ launch, userData }) =>
    withInstances(userData, async (start) => {
      const app = await launch({ app: 'recorder', env: { RECORDER_SINGLE: '1' } });
      const held = await app.evaluate(({ app: electronApp }) => {
        const before = electronApp.hasSingleInstanceLock();
        electronApp.releaseSingleInstanceLock();
        return [before, electronApp.hasSingleInstanceLock()];
      });
      expect(held).toEqual([true, false]);
      start({});
      await untilNoted(userData, 'start', 2);
      expect(recordedAs(userData, 'second-instance')).toEqual([]);
    }),
);

states(
  'app.requestSingleInstanceLock',
  'is true again for the instance that holds the lock',
  REQUEST,
  async ({ launch }) => {
    const app = await launch();
    const answers = await app.evaluate(({ app: electronApp }) => [
      electronApp.hasSingleInstanceLock(),
      electronApp.requestSingleInstanceLock(),
      electronApp.requestSingleInstanceLock(),
      electronApp.hasSingleInstanceLock(),
    ]);
    expect(answers).toEqual([false, true, true, true]);
  },
);

/** Ends whatever a relaunch left behind: such a process is nobody's child. */
const endRecorded = (userData: string): void => {
  for (const pid of new Set(recorded(userData).map(([id]) => id)))
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
};

const relaunched = async (userData: string, options: readonly unknown[]): Promise<void> => {
  const one = startElectron({
    userData,
    cwd: tmpdir(),
    args: ['first'],
    env: {
      RECORDER_ENDS: '1',
      RECORDER_RELAUNCHES: JSON.stringify(options),
    },
  });
  try {
    expect(await one.ended).toBe(0);
    await untilNoted(userData, 'start', 2);
    await untilNoted(userData, 'ready', 2);
    await untilNoted(userData, 'quit', 2);
  } finally {
    endRecorded(userData);
  }
};

states(
  'app.relaunch',
  'starts another instance with the given arguments, in the same folder, when this one has ended',
  RELAUNCH,
  async ({ userData }) => {
    const args = [`--user-data-dir=${userData}`, RECORDER, '--relaunched', 'with $(id);'];
    await relaunched(userData, [{ args }]);
    const [, second] = recordedAs(userData, 'start');
    expect(second).toEqual([[electronExecutable(), ...args], tmpdir()]);
    const [firstProcess] = recorded(userData)[0] ?? [];
    const ofFirst = recorded(userData).filter(([pid]) => pid === firstProcess);
    expect(recorded(userData).slice(0, ofFirst.length)).toEqual(ofFirst);
  },
);

states(
  'app.relaunch',
  'runs another program where execPath names one',
  RELAUNCH,
  async ({ userData }) => {
    const log = join(userData, 'events.jsonl');
    const script = `echo '[0,"another program"]' >> "$0"`;
    const one = startElectron({
      userData,
      env: {
        RECORDER_ENDS: '1',
        RECORDER_RELAUNCHES: JSON.stringify([{ execPath: '/bin/sh', args: ['-c', script, log] }]),
      },
    });
    expect(await one.ended).toBe(0);
    await untilNoted(userData, 'another program');
  },
);

states('app.relaunch', 'does not end the app', RELAUNCH, async ({ launch }) => {
  const app = await launch();
  await app.evaluate(({ app: electronApp }) =>
    electronApp.relaunch({ execPath: '/bin/true', args: [] }),
  );
  expect(await app.evaluate(({ app: electronApp }) => electronApp.isReady())).toBe(true);
});
