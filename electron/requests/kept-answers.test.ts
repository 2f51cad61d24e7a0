import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer, AnswerBody } from '../contract/requests.ts';
import { createKeptAnswers } from './kept-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'perch-answers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = (body: AnswerBody): Answer => ({
  status: 200,
  statusText: 'OK',
  target: '/api/v2/user',
  durationMs: 1,
  bytes: 2,
  contentType: 'application/json',
  budget: null,
  attempts: [],
  redacted: 0,
  body,
});
const json = (text: string): Answer => answer({ kind: 'json', text });

const keptIn = (place: string | null) => {
  const asked: string[] = [];
  const kept = createKeptAnswers({
    ask: async (name) => {
      asked.push(name);
      return place === null ? null : join(folder, place);
    },
  });
  return { kept, asked };
};

describe('kept answers', () => {
  it('are saved as they were', async () => {
    const { kept, asked } = keptIn('user.json');
    const given = json('{"id": 1.0}');
    expect(kept.keep('a', 'get-user', given)).toBe(given);
    expect(await kept.save('a')).toEqual({ ok: true, value: { name: 'user.json' } });
    expect(readFileSync(join(folder, 'user.json'), 'utf8')).toBe('{"id": 1.0}');
    expect(asked).toEqual(['get-user.json']);
  });

  it('are offered as text where they are no JSON', async () => {
    const { kept, asked } = keptIn(null);
    kept.keep('a', 'get-user', answer({ kind: 'text', text: '<html>' }));
    expect(await kept.save('a')).toEqual({ ok: true, value: null });
    expect(asked).toEqual(['get-user.txt']);
  });

  it('reach the renderer by their head where they are huge, and the file whole', async () => {
    const { kept } = keptIn('huge.json');
    const text = `"${'😀'.repeat(4_500_000)}"`;
    const shown = kept.keep('a', 'x', json(text));
    expect(shown.body.kind === 'large' && shown.body.head.length).toBe(20_000);
    expect(shown.body.kind === 'large' && shown.body.head.isWellFormed()).toBe(true);
    await kept.save('a');
    expect(readFileSync(join(folder, 'huge.json'), 'utf8').length).toBe(text.length);
  });

  it('give way to later ones, and the last one stays whatever its size', async () => {
    const { kept } = keptIn('x.json');
    const text = `"${'a'.repeat(20_000_000)}"`;
    kept.keep('a', 'x', json(text));
    kept.keep('b', 'x', json(text));
    expect(await kept.save('a')).toEqual({ ok: false, error: { kind: 'expired' } });
    expect(await kept.save('b')).toMatchObject({ ok: true });
    kept.keep('c', 'x', json(`"${'a'.repeat(40_000_000)}"`));
    expect(await kept.save('b')).toMatchObject({ error: { kind: 'expired' } });
    expect(await kept.save('c')).toMatchObject({ ok: true });
  });

  it('tell where the disk refuses, and are still there afterwards', async () => {
    const { kept } = keptIn('missing/folder/x.json');
    kept.keep('a', 'x', json('{}'));
    const refused = await kept.save('a');
    expect(refused).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(await kept.save('a')).toEqual(refused);
  });

  it('are gone once they are forgotten, and an empty one was never there', async () => {
    const { kept } = keptIn('x.json');
    kept.keep('a', 'x', json('{}'));
    kept.forget();
    kept.keep('b', 'x', answer({ kind: 'empty' }));
    expect(await kept.save('a')).toMatchObject({ error: { kind: 'expired' } });
    expect(await kept.save('b')).toMatchObject({ error: { kind: 'expired' } });
  });
});
