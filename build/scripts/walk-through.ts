import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { environment, ROOT } from './run.ts';

/**
 * Shows Perch where there is no display: walks through it on its sample data and writes a picture of
 * each screen to `out/walk`. Touches nothing of the person's own: it has its own folder for data.
 */
export async function walkThrough(executable: string, switches: readonly string[]): Promise<void> {
  const pictures = join(ROOT, 'out/walk');
  mkdirSync(pictures, { recursive: true });
  const userData = mkdtempSync(join(tmpdir(), 'perch-walk-'));
  console.log('There is no display here, so Perch is walked through headless.');
  const app = await _electron.launch({
    executablePath: executable,
    args: [`--user-data-dir=${userData}`, ...switches, ROOT],
    env: environment(),
  });
  try {
    const page = await app.firstWindow();
    const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
    await picture('1-connect');
    await page.getByRole('button', { name: 'Explore with sample data' }).click();
    const northwind = page.getByRole('option', { name: /Northwind Studio/u });
    await northwind.waitFor();
    await picture('2-workspaces');
    await northwind.click();
    await page.getByRole('option', { name: 'Get filtered Workspace tasks', exact: true }).click();
    await page.getByRole('button', { name: /^Send/u }).click();
    await page.getByRole('region', { name: 'Answer' }).getByText('200').first().waitFor();
    await picture('3-requests');
    await page.getByRole('button', { name: 'Tokens', exact: true }).click();
    await page.getByRole('heading', { name: 'Tokens' }).waitFor();
    await picture('4-tokens');
    console.log(`The pictures are in ${pictures}.`);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
