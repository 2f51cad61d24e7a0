import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../contract/errors.ts';
import type { Answer } from '../contract/requests.ts';
import { storageError } from '../storage/disk.ts';

/** Longest text of an answer that goes to the renderer, in UTF-16 code units; more is no reading matter. */
const LONGEST_SHOWN = 8_000_000;

/** As much of a longer one as is shown of it. */
const HEAD = 20_000;

/** Texts held in memory at most, in UTF-16 code units; the last answer is always held. */
const MOST_HELD = 32_000_000;

/** The answers of this run as far as memory allows, so that a person can save one to a file. */
export interface KeptAnswers {
  /** Holds an answer and gives it as the renderer may have it: a huge body shortened to its head. */
  keep(requestId: string, operationId: string, answer: Answer): Answer;
  /** Asks where and writes it. Null where the person cancels; `expired` where it is no longer held. */
  save(requestId: string): Promise<Result<{ readonly name: string } | null>>;
  /** Drops all of them, as when a connection is signed out. */
  forget(): void;
}

interface Kept {
  readonly fileName: string;
  readonly text: string;
}

export function createKeptAnswers(options: {
  /** Shows the system's dialog with a name to begin with; null where the person cancels it. */
  readonly ask: (fileName: string) => Promise<string | null>;
}): KeptAnswers {
  const kept = new Map<string, Kept>();

  const makeRoom = (): void => {
    let held = [...kept.values()].reduce((sum, { text }) => sum + text.length, 0);
    for (const [requestId, { text }] of kept) {
      if (held <= MOST_HELD || kept.size === 1) return;
      kept.delete(requestId);
      held -= text.length;
    }
  };

  return {
    keep(requestId, operationId, answer) {
      const { body } = answer;
      if (body.kind === 'empty' || body.kind === 'large') return answer;
      kept.set(requestId, {
        fileName: `${operationId}.${body.kind === 'json' ? 'json' : 'txt'}`,
        text: body.text,
      });
      makeRoom();
      if (body.text.length <= LONGEST_SHOWN) return answer;
      const head = body.text.slice(0, HEAD).toWellFormed();
      return { ...answer, body: { kind: 'large', head } };
    },
    async save(requestId) {
      const answer = kept.get(requestId);
      if (answer === undefined) return fail({ kind: 'expired' });
      const path = await options.ask(answer.fileName);
      if (path === null) return ok(null);
      try {
        await writeFile(path, answer.text, { mode: 0o600 });
        return ok({ name: basename(path) });
      } catch (failure) {
        return fail(storageError(failure));
      }
    },
    forget: () => kept.clear(),
  };
}
