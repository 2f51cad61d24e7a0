import { fail, type Result } from '../contract/errors.ts';
import type { Answer } from '../contract/requests.ts';
import { type Asker, type Course, createSharedCourse, type SharedCourse } from './course.ts';

export interface SharedReads {
  /**
   * Joins the same read where one with this token is under way, or else begins it. Whoever cancels
   * leaves with `cancelled`; the read itself ends when all have left. A person who joins a background
   * read makes it a person's.
   */
  read(
    token: string,
    url: string,
    asker: Asker,
    begin: (course: Course) => Promise<Result<Answer>>,
  ): Promise<Result<Answer>>;
  /** Something was written with the token: what is asked from now on must not be told what was read before. */
  written(token: string): void;
}

interface Flight {
  readonly course: SharedCourse;
  readonly answer: Promise<Result<Answer>>;
}

/** Identical reads that are asked for at the same time travel once. */
export function createSharedReads(): SharedReads {
  const flights = new Map<string, Map<string, Flight>>();

  const take = (
    token: string,
    url: string,
    asker: Asker,
    begin: (course: Course) => Promise<Result<Answer>>,
  ): Flight => {
    const ofToken = flights.get(token) ?? new Map<string, Flight>();
    flights.set(token, ofToken);
    const course = createSharedCourse(asker);
    const land = (): void => {
      if (ofToken.get(url) === flight) ofToken.delete(url);
      if (ofToken.size === 0 && flights.get(token) === ofToken) flights.delete(token);
    };
    const flight: Flight = { course, answer: begin(course).finally(land) };
    ofToken.set(url, flight);
    // One that everybody has left is on its way down: the next asker needs another.
    course.signal?.addEventListener('abort', land, { once: true });
    return flight;
  };

  return {
    async read(token, url, asker, begin) {
      const present = flights.get(token)?.get(url);
      present?.course.join(asker);
      const { course, answer } = present ?? take(token, url, asker, begin);
      const { signal } = asker;
      if (signal === undefined) return answer;
      const left = Promise.withResolvers<Result<Answer>>();
      const leave = (): void => {
        course.leave(asker);
        left.resolve(fail({ kind: 'cancelled' }));
      };
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      try {
        return await Promise.race([answer, left.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
      }
    },
    written: (token) => void flights.delete(token),
  };
}
