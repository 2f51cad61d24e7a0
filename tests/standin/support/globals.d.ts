/** What the fixture app's preload puts on its page. */
interface FixtureBridge {
  readonly name: string;
  readonly nested: { readonly list: readonly number[]; add(a: number, b: number): number };
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  sendFunction(): void;
  sendSync(): void;
  greet(name: string): void;
  onGreeting(listener: (text: string) => void): () => void;
  throws(): never;
  rejects(): Promise<never>;
  callBack(callback: (value: number) => number): number;
  describe(): Readonly<Record<string, unknown>>;
}

declare const fixture: FixtureBridge;
