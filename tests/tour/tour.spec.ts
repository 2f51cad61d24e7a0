import { takePorts } from '../e2e/support/ports.ts';
import { test } from './support/fixtures.ts';
import { NOW } from './support/looks.ts';
import { photograph } from './support/photograph.ts';
import { TOUR } from './tour.ts';

for (const screen of TOUR) {
  test.describe(screen.name, () => {
    for (const stop of screen.stops) {
      test.describe(() => {
        test.use({ world: { ...stop.world, at: NOW } });

        test(stop.id, async ({ clickup, keyring, launch, userData }) => {
          const release = stop.usesPorts === true ? await takePorts() : null;
          const perch = await stop.setUp({ clickup, keyring, launch, userData });
          await photograph(perch, screen, stop);
          await perch.quit();
          await release?.();
        });
      });
    }
  });
}
