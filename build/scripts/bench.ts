import { bench, exitCode, groupsWith } from '../../tests/bench/bench.ts';
import { buildAndMeasure } from '../../tests/bench/bundles.ts';
import { groups } from '../../tests/bench/groups.ts';
import { table } from '../../tests/bench/table.ts';
import { findChromium } from '../../tests/standin/chromium/find-chromium.ts';
import { hasDisplay, startHiddenDisplay } from './display.ts';
import { environment, ROOT } from './run.ts';
import { findRuntime, sandboxSwitch } from './runtime.ts';
import { ensureSystemPackages, FOR_ELECTRON_UNSEEN, FOR_STANDIN } from './system-packages.ts';

/**
 * `npm run bench`: builds Perch, measures it and prints a line of JSON for each figure, then a table
 * on stderr. `npm run bench -- ipc` measures only figures with "ipc" in their name. Ends with 1 where
 * a size or a count is over its budget; times and memory only warn, since they are the machine's too.
 */
const wanted = process.argv.slice(2).join(' ');

const runtime = findRuntime({ mayFetch: false });
const runtimeName = runtime.kind === 'standin' ? 'stand-in' : 'Electron';
const all = groups(runtimeName);
if (groupsWith(all, wanted).length === 0) {
  console.error(`No figure has “${wanted}” in its name. There are:`);
  for (const { figures } of all)
    for (const { name } of Object.values(figures)) console.error(`  ${name}`);
  process.exit(1);
}
if (!ensureSystemPackages(FOR_STANDIN)) process.exit(1);
if (runtime.kind === 'electron' && !hasDisplay()) {
  if (!ensureSystemPackages(FOR_ELECTRON_UNSEEN)) process.exit(1);
  await startHiddenDisplay();
}

process.chdir(ROOT);
const bundles = await buildAndMeasure(ROOT).catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  return process.exit(1);
});
const stage = {
  root: ROOT,
  bundles,
  executable: runtime.executable,
  switches: sandboxSwitch(runtime),
  env: environment({ STANDIN_HEADLESS: '1' }),
  chromium: () => findChromium(process.env),
};
const results = await bench(stage, {
  groups: all,
  wanted,
  onResult(result) {
    console.log(JSON.stringify(result));
    if (!result.ok)
      console.error(
        `${result.name}: ${result.value} ${result.unit} is over the budget of ${result.budget}.`,
      );
  },
});
console.error(`\n${table(results)}`);
process.exit(exitCode(results));
