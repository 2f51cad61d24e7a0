import { EventEmitter } from 'node:events';
import type { Display, PowerMonitor, Screen, Size } from 'electron';

/** What a display is said to have: the size of Xvfb's and headless Chromium's usual screen. */
export const SCREEN_SIZE: Size = { width: 1920, height: 1080 };

/** `screen`: one display without any bars. */
export const createScreen = () => {
  const bounds = { x: 0, y: 0, ...SCREEN_SIZE };
  const primary = {
    id: 1,
    label: 'Stand-in display',
    bounds,
    workArea: bounds,
    size: SCREEN_SIZE,
    workAreaSize: SCREEN_SIZE,
    scaleFactor: 1,
    rotation: 0,
    internal: false,
  } satisfies Partial<Display>;
  return Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => primary,
    getAllDisplays: () => [primary],
    getDisplayNearestPoint: () => primary,
    getDisplayMatching: () => primary,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }) satisfies Pick<Screen, 'getCursorScreenPoint'>;
};

/** `clipboard`: text in memory, so that tests leave the desktop's alone. */
export const createClipboard = () => {
  let text = '';
  return {
    readText: () => text,
    writeText: (value: string) => {
      text = value;
    },
    clear: () => {
      text = '';
    },
  };
};

/** `powerMonitor`: tests emit its events themselves. */
export const createPowerMonitor = () =>
  Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active' as const,
    getCurrentThermalState: () => 'nominal' as const,
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  }) satisfies Pick<PowerMonitor, 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'>;
