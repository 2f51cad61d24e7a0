import type { Answer } from '../../electron/contract/requests.ts';
import { createJsonReader, type JsonIndex } from './json/json-index.ts';
import type { Clock } from './clock.ts';
import { createStore, type Store } from './store.ts';

/** The values of an answer: being read, there, or none since it is no JSON. */
export type JsonReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'index'; readonly index: JsonIndex }
  | { readonly kind: 'none' };

/** Where a person is in reading one answer. */
export interface Reading {
  readonly json: JsonReading;
  /** The open branches; null until the tree has been shown. */
  readonly open: ReadonlySet<number> | null;
  /** The value that the keyboard is on. */
  readonly active: number;
  /** How far each view is scrolled, in pixels. */
  readonly top: { readonly tree: number; readonly raw: number };
  readonly search: {
    readonly isOpen: boolean;
    readonly query: string;
    /** Which match is the current one, from 0. */
    readonly current: number;
  };
}

const UNREAD: Reading = {
  json: { kind: 'reading' },
  open: null,
  active: 0,
  top: { tree: 0, raw: 0 },
  search: { isOpen: false, query: '', current: 0 },
};

/** How each answer is being read, for as long as somebody holds the answer. */
export interface Readings {
  of(answer: Answer): Store<Reading>;
}

/** As much of a text as is read without the window noticing, in characters. */
const AT_ONCE = 1_000_000;

/**
 * Remembers readings. The first look at an answer begins to read its JSON: a small one at once, a
 * large one in pieces of a few milliseconds.
 */
export function createReadings(clock: Pick<Clock, 'after'>): Readings {
  const readings = new WeakMap<Answer, Store<Reading>>();
  return {
    of(answer) {
      const known = readings.get(answer);
      if (known !== undefined) return known;
      const reading = createStore<Reading>(UNREAD);
      readings.set(answer, reading);
      const settle = (index: JsonIndex | null): void =>
        reading.write({
          ...reading.read(),
          json: index === null ? { kind: 'none' } : { kind: 'index', index },
        });
      if (answer.body.kind !== 'json') {
        settle(null);
        return reading;
      }
      const reader = createJsonReader(answer.body.text);
      const readOn = (): void => {
        if (reader.read(AT_ONCE)) settle(reader.index());
        else clock.after(0, readOn);
      };
      readOn();
      return reading;
    },
  };
}
