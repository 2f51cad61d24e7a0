import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  connectAndChoose,
  expect,
  readAllFiles,
  sendAndExpect,
  test,
  TOKEN,
} from './support/test.ts';

/**
 * The token's base64 wherever in a longer text it begins: three alignments, each without the
 * characters that its neighbours decide.
 */
const inBase64 = [0, 1, 2].map((offset) => {
  const encoded = Buffer.from('x'.repeat(offset) + TOKEN).toString('base64');
  return encoded.slice(offset === 0 ? 0 : 4, -4);
});

/** The token in every form in which it could lie about: as it is, in base64, as UTF-16. */
const FORMS = [TOKEN, ...inBase64, Buffer.from(TOKEN, 'utf16le').toString('latin1')];
const holdsToken = (text: string): boolean => FORMS.some((form) => text.includes(form));

test('the search itself finds a token in every form', () => {
  for (const before of ['', 'v', 'v1', 'v11{"token":"']) {
    expect(holdsToken(before + TOKEN)).toBe(true);
    expect(holdsToken(Buffer.from(`${before}${TOKEN}"}`).toString('base64'))).toBe(true);
    expect(holdsToken(Buffer.from(before + TOKEN, 'utf16le').toString('latin1'))).toBe(true);
  }
});

test('S6: the token is in no answer, event, output, file or page heap', async ({
  launch,
  clickup,
  userData,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await sendAndExpect(page, 200);
  clickup.fail({ kind: 'status', status: 401, ecode: 'OAUTH_025', sentence: `Unknown ${TOKEN}` });
  await sendAndExpect(page, 401);
  clickup.fail(null);

  const traffic = await perch.bridgeTraffic();
  expect(traffic.length).toBeGreaterThan(5);
  expect(traffic.filter(holdsToken)).toEqual([]);

  await page.reload();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const heap = chunks.join('');
  expect(heap.length).toBeGreaterThan(100_000);
  expect(holdsToken(heap)).toBe(false);

  await perch.quit();
  expect(perch.output()).not.toContain(TOKEN);
  const files = await readAllFiles(userData);
  expect(files.map(({ path }) => path).some((path) => path.endsWith('connections.json'))).toBe(
    true,
  );
  expect(files.filter(({ text }) => holdsToken(text)).map(({ path }) => path)).toEqual([]);
  const stored = files.find(({ path }) => path.endsWith('connections.json'))?.text ?? '';
  const ciphertext = /"ciphertext":\s*"([^"]+)"/u.exec(stored)?.[1] ?? '';
  const bytes = Buffer.from(ciphertext, 'base64').toString('latin1');
  expect(bytes.length).toBeGreaterThan(100);
  expect(holdsToken(bytes)).toBe(false);
});

test('S6: signing out leaves no ciphertext behind', async ({ launch, userData }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  const before = await readAllFiles(userData);
  const stored = before.find(({ path }) => path.endsWith('connections.json'))?.text ?? '';
  const ciphertext = /"ciphertext":\s*"([^"]+)"/u.exec(stored)?.[1] ?? '';
  expect(ciphertext.length).toBeGreaterThan(50);
  // What an earlier damage may have left: signing out has to find that too.
  await writeFile(join(userData, 'connections.quarantined-1.json'), stored);
  await writeFile(join(userData, 'connections.previous.json'), stored);

  await perch.clickTray('tokens');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Connect to ClickUp' })).toBeVisible();
  await perch.quit();
  const holding = (await readAllFiles(userData)).filter(({ text }) => text.includes(ciphertext));
  expect(holding.map(({ path }) => path)).toEqual([]);
});

test('S6: the build holds no token and no secret', async () => {
  const files = await readAllFiles(resolve(import.meta.dirname, '../../out'));
  expect(files.length).toBeGreaterThan(3);
  const suspicious = files.filter(({ text }) => /pk_\d+_[A-Z0-9]{20,}/u.test(text));
  expect(suspicious.map(({ path }) => path)).toEqual([]);
});
