import { EventEmitter } from 'node:events';
import type { PowerMonitor as ElectronPowerMonitor } from 'electron';

/** The computer's state as a test makes it. Events are the app's `powerMonitor.emit(…)`. */
export interface PowerControl {
  /** Seconds since somebody last touched the computer. */
  idleSeconds: number;
  screenLocked: boolean;
  onBattery: boolean;
  /** Wakes, sleeps or shuts the computer: emits the event as Electron does. */
  emit(event: 'suspend' | 'resume' | 'shutdown' | 'lock-screen' | 'unlock-screen'): void;
}

type Surface = Omit<ElectronPowerMonitor, keyof EventEmitter>;

class PowerMonitor extends EventEmitter implements Surface {
  readonly #power: PowerControl;

  constructor(power: PowerControl) {
    super();
    this.#power = power;
  }

  /** @param idleThreshold seconds, at least 1. */
  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' {
    if (!(idleThreshold > 0)) throw new TypeError('Invalid idle threshold, must be greater than 0');
    if (this.#power.screenLocked) return 'locked';
    return this.#power.idleSeconds >= idleThreshold ? 'idle' : 'active';
  }

  getSystemIdleTime(): number {
    return this.#power.idleSeconds;
  }

  /** Linux tells nobody. */
  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }

  isOnBatteryPower(): boolean {
    return this.#power.onBattery;
  }

  get onBatteryPower(): boolean {
    return this.#power.onBattery;
  }
}

/** `powerMonitor`. */
export function createPowerMonitor() {
  const control: PowerControl = {
    idleSeconds: 0,
    screenLocked: false,
    onBattery: false,
    emit: (event) => {
      if (event === 'lock-screen') control.screenLocked = true;
      if (event === 'unlock-screen') control.screenLocked = false;
      powerMonitor.emit(event);
    },
  };
  const powerMonitor = new PowerMonitor(control);
  return { powerMonitor, control };
}
