import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'dbus-native';
import type { Bitmap } from '../../standin/image/bitmap.ts';
import { decodeXwd } from '../../standin/image/xwd.ts';
import { runProgram } from '../../standin/run-program.ts';

export const SCREEN = { width: 1280, height: 800 } as const;
/** The panel lies along the upper edge; this is its height in pixels. */
export const PANEL_HEIGHT = 32;
/** How long the panel may take to be there, in milliseconds. */
const PATIENCE_MS = 20_000;

/** A small desktop: a screen nobody sees, and a panel on it with nothing but a tray. */
export interface PanelDesktop {
  /** What a program needs to be on this desktop. */
  readonly env: Readonly<Record<string, string>>;
  readonly screenshot: () => Promise<Bitmap>;
  /** Moves the mouse there and presses a button: 1 is the left one, 3 the right one. */
  readonly click: (x: number, y: number, button: 1 | 3) => Promise<void>;
  /** Moves the mouse. It is in the pictures, so put it where it does not matter. */
  readonly point: (x: number, y: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Xfce's settings for one panel with one plugin: its part for StatusNotifierItems. */
const PANEL_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${PANEL_HEIGHT}"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
`;

/**
 * Starts Xvfb, Xfce's settings daemon and its panel on a session bus that is there. There is no window
 * manager: a window stands where its app puts it, and that should not be over the panel.
 * @param bus The bus's environment, with HOME and the XDG folders, which must be of their own.
 */
export async function startPanel(bus: Readonly<Record<string, string>>): Promise<PanelDesktop> {
  const folder = await mkdtemp(join(tmpdir(), 'panel-'));
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  const begin = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    await once(child, 'spawn');
    children.push(child);
  };
  try {
    const screen = await startScreen(folder);
    children.push(screen.child);
    const env = {
      ...bus,
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      // There is no accessibility bus to wait for.
      NO_AT_BRIDGE: '1',
      XDG_CURRENT_DESKTOP: 'XFCE',
      XDG_SESSION_TYPE: 'x11',
    };
    const everything = { ...process.env, ...env };
    const settings = join(bus['XDG_CONFIG_HOME'] ?? '', 'xfce4/xfconf/xfce-perchannel-xml');
    await mkdir(settings, { recursive: true });
    await writeFile(join(settings, 'xfce4-panel.xml'), PANEL_SETTINGS);
    const address = bus['DBUS_SESSION_BUS_ADDRESS'] ?? '';
    await begin(await settingsDaemon(), [], everything);
    await untilOwned(address, 'org.xfce.Xfconf');
    await begin('xfce4-panel', ['--disable-wm-check'], everything);
    await untilOwned(address, 'org.kde.StatusNotifierWatcher');
    const mouse = async (...args: readonly string[]): Promise<void> => {
      const { code, stderr } = await runProgram('xdotool', args, {
        env: everything,
        timeoutMs: 5_000,
      });
      if (code !== 0) throw new Error(`xdotool failed: ${stderr}`);
    };
    return {
      env,
      screenshot: async () => decodeXwd(await readFile(screen.file)),
      click: (x, y, button) => mouse('mousemove', `${x}`, `${y}`, 'click', `${button}`),
      point: (x, y) => mouse('mousemove', `${x}`, `${y}`),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** An X server that keeps its screen in a file. */
async function startScreen(folder: string) {
  const { width, height } = SCREEN;
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-fbdir', folder],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await Promise.race([
    once(child.stdio[3] as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  return { child, display: `:${String(number).trim()}`, file: join(folder, 'Xvfb_screen0') };
}

/** The program behind Xfce's settings; it is in no folder of PATH. */
async function settingsDaemon(): Promise<string> {
  const file = '/usr/share/dbus-1/services/org.xfce.Xfconf.service';
  const program = /^Exec=(\S+)/mu.exec(await readFile(file, 'utf8'))?.[1];
  if (program === undefined) throw new Error(`${file} names no program`);
  return program;
}

/** Waits until a service is on the bus. */
async function untilOwned(busAddress: string, name: string): Promise<void> {
  const bus = createClient({ busAddress });
  try {
    const deadline = performance.now() + PATIENCE_MS;
    while (!(await bus.nameHasOwner(name))) {
      if (performance.now() > deadline) throw new Error(`${name} did not come onto the bus`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await bus.close();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
