/** The only source of time below the composition root, so that tests can hold or move it. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Runs `callback` once after `ms` milliseconds; the returned function cancels it. */
  after(ms: number, callback: () => void): () => void;
}
