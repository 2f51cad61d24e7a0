/** What the fixture app's preload puts on its page. */
interface FixtureBridge {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
}

declare const fixture: FixtureBridge;
