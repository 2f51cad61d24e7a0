/** What one command line asks of Electron. */
export interface CommandLine {
  /** Modules named by `-r`, to be required before the app. */
  readonly modules: readonly string[];
  /** Chromium's switches, wherever they stand before a `--`. */
  readonly switches: readonly (readonly [string, string])[];
  /** The app's folder or main file. */
  readonly app: string | undefined;
  /** Whether only the version is wanted. */
  readonly version: boolean;
  /** The port of `--inspect`, or undefined when no debugger is asked for. */
  readonly inspectPort: number | undefined;
}

const SWITCH = /^--?([^=]+)(?:=(.*))?$/s;

/**
 * Reads the arguments after the executable. The app and `-r` follow Electron's default app: the
 * first argument without a dash is the app. Switches follow Chromium's `base::CommandLine`, which
 * reads them before and after the app, up to `--`.
 */
export function parseArguments(args: readonly string[]): CommandLine {
  return read(args, true);
}

/** The same for a packaged app, which has no default app: every argument is its own. */
export function parsePackagedArguments(args: readonly string[]): CommandLine {
  return read(args, false);
}

function read(args: readonly string[], byDefaultApp: boolean): CommandLine {
  const modules: string[] = [];
  const switches: (readonly [string, string])[] = [];
  let app: string | undefined;
  let version = false;
  let readsSwitches = true;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') readsSwitches = false;
    if (byDefaultApp && app === undefined && (arg === '-r' || arg === '--require')) {
      index += 1;
      const module = args[index];
      if (module === undefined)
        throw new Error('Invalid Usage: --require [file]\n\n"file" is required');
      modules.push(module);
    } else if (byDefaultApp && app === undefined && (arg === '-v' || arg === '--version')) {
      version = true;
    } else if (arg.startsWith('-')) {
      const [, name, value] = (readsSwitches && arg !== '-' && SWITCH.exec(arg)) || [];
      if (name !== undefined) switches.push([name, value ?? '']);
    } else if (byDefaultApp) {
      app ??= arg;
    }
  }
  const inspect = switches.find(([name]) => name === 'inspect' || name === 'inspect-brk');
  const inspectPort = inspect === undefined ? undefined : Number(inspect[1] || 9229);
  return { modules, switches, app, version, inspectPort };
}
