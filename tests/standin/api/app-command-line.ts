import type { CommandLine } from 'electron';
import type { Switches } from '../boot/switches.ts';

/** Electron keeps switches in lower case and without their dashes. */
const nameOf = (name: string): string => name.toLowerCase().replace(/^-+/, '');

/**
 * `app.commandLine`. An appended argument is no switch, whatever it looks like: Chromium does not
 * read it, and neither does anything here.
 */
export const createCommandLine = (switches: Switches) =>
  ({
    appendSwitch: (name: string, value = '') => switches.append(nameOf(name), String(value)),
    appendArgument: () => undefined,
    hasSwitch: (name: string) => switches.has(name.toLowerCase()),
    getSwitchValue: (name: string) => switches.value(name.toLowerCase()),
    removeSwitch: (name: string) => switches.remove(name.toLowerCase()),
  }) satisfies CommandLine;
