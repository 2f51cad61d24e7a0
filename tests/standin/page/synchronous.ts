import type { Session as Cdp } from '../chromium/connection.ts';

/** The variable of the asking function that takes the answer. */
const REPLY = 'standInReply';

/**
 * Answers a page while it waits. The asking function tells its question by a binding and stops at a
 * `debugger` statement; the answer is put into its variable, and it goes on. Nothing else stops a
 * page synchronously without its policy having a say.
 */
export class Synchronous {
  readonly #cdp: Cdp;
  #answer: Promise<string> | undefined;
  #delayed: (() => void)[] | undefined;
  #enabled: Promise<unknown> | undefined;

  constructor(cdp: Cdp) {
    this.#cdp = cdp;
  }

  /** Whether the page stands still at the moment. */
  get isAnswering(): boolean {
    return this.#delayed !== undefined;
  }

  enable(): Promise<unknown> {
    this.#enabled ??= this.#cdp.send('Debugger.enable');
    return this.#enabled;
  }

  /** Gives the answer to the question that the page is about to stop for. */
  answer(text: Promise<string>): void {
    this.#answer = text;
    this.#delayed ??= [];
  }

  /** Does something to the page when it runs; one that stands still hears of no events. */
  whenRunning(work: () => void): void {
    if (this.#delayed === undefined) work();
    else this.#delayed.push(work);
  }

  /** The page has stopped. */
  async paused(callFrameId: string | undefined): Promise<void> {
    const answer = this.#answer;
    this.#answer = undefined;
    try {
      if (answer === undefined || callFrameId === undefined) return;
      await this.#cdp.send('Debugger.evaluateOnCallFrame', {
        callFrameId,
        expression: `${REPLY} = ${JSON.stringify(await answer)}`,
      });
    } finally {
      const resumed = this.#cdp.send('Debugger.resume');
      const delayed = this.#delayed ?? [];
      this.#delayed = undefined;
      for (const work of delayed) work();
      await resumed;
    }
  }
}
