/**
 * Tells what happens in the order in which it happened, although some of it can be told only when
 * something more has been learned.
 */
export class InOrder {
  #waiting: (() => void)[] | undefined;

  /** Runs `work` after everything told before; at once where nothing is waited for. */
  tell(work: () => void): void {
    if (this.#waiting === undefined) work();
    else this.#waiting.push(work);
  }

  /** As `tell`, and what is told later waits until `fact` settles. A failure tells nothing. */
  tellOnce<T>(fact: Promise<T>, work: (value: T) => void): void {
    this.tell(() => {
      const waiting: (() => void)[] = [];
      this.#waiting = waiting;
      fact.then(work, () => undefined).finally(() => this.#release(waiting));
    });
  }

  #release(waiting: (() => void)[]): void {
    this.#waiting = undefined;
    // One of them may begin a wait of its own; the rest then lines up behind it.
    for (const work of waiting) this.tell(work);
  }
}
