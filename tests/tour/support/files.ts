import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes one character of the stored ciphertext, as if it had been made with another key. */
export async function damageCiphertext(userData: string): Promise<void> {
  const path = join(userData, 'connections.json');
  const whole = await readFile(path, 'utf8');
  const flipped = whole.replace(
    /("ciphertext":\s*"[^"]{40})(.)/u,
    (_all, head: string, one: string) => head + (one === 'A' ? 'B' : 'A'),
  );
  if (flipped === whole) throw new Error('There is no ciphertext to damage');
  await writeFile(path, flipped);
}
