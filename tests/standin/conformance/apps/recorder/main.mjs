// Notes what happens to it in events.jsonl in its userData folder, so that a spec can read it after
// the app has ended, and of instances nobody launched by hand.
// RECORDER_SINGLE asks for the single instance lock, RECORDER_DATA (JSON) goes along with it;
// RECORDER_OPENED_BY names a scheme it wants to open links of, RECORDER_ENDS makes it quit when ready,
// RECORDER_RELAUNCHES (JSON) relaunches it with these options when ready, RECORDER_BLOCKS_MS keeps it
// from becoming ready for so long, RECORDER_EXITS_EARLY ends it with that code before ready.
import { app } from 'electron';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const { RECORDER_DATA, RECORDER_ENDS, RECORDER_OPENED_BY, RECORDER_RELAUNCHES, RECORDER_SINGLE } =
  process.env;
const log = join(app.getPath('userData'), 'events.jsonl');
const note = (name, ...details) =>
  appendFileSync(log, `${JSON.stringify([process.pid, name, ...details])}\n`);
globalThis.note = note;

for (const name of ['before-quit', 'will-quit', 'open-url']) app.on(name, () => note(name));
app.on('quit', (_event, code) => note('quit', code));
app.on('second-instance', (_event, argv, workingDirectory, data) =>
  note('second-instance', argv, workingDirectory, data, app.isReady()),
);
if (process.env.RECORDER_ENDS_WITHOUT_WINDOWS === undefined)
  app.on('window-all-closed', () => note('window-all-closed'));

function start() {
  note('start', process.argv, process.cwd());
  const blocked = performance.now() + Number(process.env.RECORDER_BLOCKS_MS ?? 0);
  while (performance.now() < blocked);
  if (process.env.RECORDER_EXITS_EARLY !== undefined) {
    app.exit(Number(process.env.RECORDER_EXITS_EARLY));
    note('still there');
  }
  if (RECORDER_OPENED_BY !== undefined)
    note('set-as-default', app.setAsDefaultProtocolClient(RECORDER_OPENED_BY));
  void app.whenReady().then(() => {
    note('ready');
    if (RECORDER_RELAUNCHES !== undefined && !process.argv.includes('--relaunched'))
      app.relaunch(...JSON.parse(RECORDER_RELAUNCHES));
    if (RECORDER_ENDS !== undefined) app.quit();
  });
}

if (RECORDER_SINGLE === undefined) start();
else {
  const { RECORDER_DATA_LENGTH: length } = process.env;
  const text = length === undefined ? RECORDER_DATA : JSON.stringify('x'.repeat(Number(length)));
  const data = text === undefined ? [] : [JSON.parse(text)];
  if (app.requestSingleInstanceLock(...data)) start();
  else {
    note('refused', app.hasSingleInstanceLock());
    app.quit();
  }
}
