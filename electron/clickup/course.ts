import type { RequestProgress } from '../contract/requests.ts';
import type { Priority } from './client.ts';

/** One who asks for a request. */
export interface Asker {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RequestProgress) => void;
}

/** For whom a request is under way: one asker, or several who asked for the same. */
export interface Course {
  /** Becomes `interactive` once a person waits for what was begun for the background. */
  readonly priority: Priority;
  /** Aborted at that moment. Null where it cannot come. */
  readonly lifted: AbortSignal | null;
  /** Aborted once nobody waits for it. */
  readonly signal: AbortSignal | undefined;
  /** Whether somebody is shown where it stands. */
  readonly isShown: boolean;
  tell(progress: RequestProgress): void;
}

/** The course of a request that is asked for by one alone. */
export const courseOf = ({ priority, signal, onProgress }: Asker): Course => ({
  priority,
  lifted: null,
  signal,
  isShown: onProgress !== undefined,
  tell: (progress) => onProgress?.(progress),
});

/** A course that more askers may join. */
export interface SharedCourse extends Course {
  join(asker: Asker): void;
  leave(asker: Asker): void;
}

/** A course that nobody has joined yet; the request ends when the last of them has left. */
export function createSharedCourse(first: Asker): SharedCourse {
  const askers = new Set<Asker>([first]);
  const lift = first.priority === 'background' ? new AbortController() : null;
  // An asker without a signal never leaves.
  const abort = first.signal === undefined ? null : new AbortController();
  let last: RequestProgress | null = null;
  return {
    get priority() {
      return lift === null || lift.signal.aborted ? 'interactive' : 'background';
    },
    lifted: lift?.signal ?? null,
    signal: abort?.signal,
    get isShown() {
      return [...askers].some(({ onProgress }) => onProgress !== undefined);
    },
    tell(progress) {
      last = progress;
      for (const { onProgress } of askers) onProgress?.(progress);
    },
    join(asker) {
      askers.add(asker);
      if (asker.priority === 'interactive') lift?.abort();
      if (last !== null) asker.onProgress?.(last);
    },
    leave(asker) {
      askers.delete(asker);
      if (askers.size === 0) abort?.abort();
    },
  };
}
