import { execFile } from 'node:child_process';

/**
 * Whether this desktop shows tray icons at all. macOS and Windows always do. On Linux a
 * StatusNotifierItem host has to be there (GNOME as shipped has none); the watcher is asked over the
 * session bus through `gdbus`, which comes with GLib. In doubt the answer is no, so that a closed
 * window never leaves Perch running where nobody finds it.
 */
export function hasTrayHost(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true);
  const question = [
    'call',
    '--session',
    '--timeout=2',
    '--dest=org.kde.StatusNotifierWatcher',
    '--object-path=/StatusNotifierWatcher',
    '--method=org.freedesktop.DBus.Properties.Get',
    'org.kde.StatusNotifierWatcher',
    'IsStatusNotifierHostRegistered',
  ];
  return new Promise((resolve) => {
    execFile('gdbus', question, { timeout: 4000 }, (failure, answer) => {
      resolve(failure === null && answer.includes('true'));
    });
  });
}
