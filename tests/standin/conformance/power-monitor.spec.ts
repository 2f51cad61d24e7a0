import { expect, states } from './support.ts';

const DOC = 'docs/api/power-monitor.md';

states(
  'powerMonitor.getSystemIdleTime',
  'gives seconds',
  `${DOC}#powermonitorgetsystemidletime`,
  async ({ app }) => {
    const seconds = await app.evaluate(({ powerMonitor }) => powerMonitor.getSystemIdleTime());
    expect(Number.isInteger(seconds)).toBe(true);
  },
);

states(
  'powerMonitor.getSystemIdleState',
  'is one of four',
  `${DOC}#powermonitorgetsystemidlestateidlethreshold`,
  async ({ app }) => {
    const state = await app.evaluate(({ powerMonitor }) => powerMonitor.getSystemIdleState(60));
    expect(['active', 'idle', 'locked', 'unknown']).toContain(state);
  },
);

states(
  'powerMonitor.getSystemIdleState',
  'refuses a threshold of nothing',
  `${DOC}#powermonitorgetsystemidlestateidlethreshold`,
  async ({ app }) => {
    const message = await app.evaluate(({ powerMonitor }) => {
      try {
        return powerMonitor.getSystemIdleState(0);
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe('TypeError: Invalid idle threshold, must be greater than 0');
  },
);

states(
  'powerMonitor.onBatteryPower',
  'agrees with isOnBatteryPower()',
  `${DOC}#powermonitoronbatterypower`,
  async ({ app }) => {
    const [property, method] = await app.evaluate(({ powerMonitor }) => [
      powerMonitor.onBatteryPower,
      powerMonitor.isOnBatteryPower(),
    ]);
    expect(property).toBe(method);
  },
);

for (const event of ['suspend', 'resume'] as const)
  states(`powerMonitor '${event}'`, 'reaches a listener', DOC, async ({ app }) => {
    const heard = await app.evaluate(({ powerMonitor }, name) => {
      let times = 0;
      powerMonitor.once(name as 'resume', () => {
        times += 1;
      });
      powerMonitor.emit(name);
      powerMonitor.emit(name);
      return times;
    }, event);
    expect(heard).toBe(1);
  });

states(
  'powerSaveBlocker',
  'starts, is started, and stops once',
  'docs/api/power-save-blocker.md',
  async ({ app }) => {
    const seen = await app.evaluate(({ powerSaveBlocker }) => {
      const id = powerSaveBlocker.start('prevent-app-suspension');
      return [
        powerSaveBlocker.isStarted(id),
        powerSaveBlocker.isStarted(id + 1),
        powerSaveBlocker.stop(id),
        powerSaveBlocker.isStarted(id),
        powerSaveBlocker.stop(id),
      ];
    });
    expect(seen).toEqual([true, false, true, false, false]);
  },
);
