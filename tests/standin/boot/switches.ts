/** Chromium's command line: switch names and values, in the order first given. */
export class Switches {
  readonly #values: Map<string, string>;

  constructor(entries: Iterable<readonly [string, string]>) {
    this.#values = new Map(entries);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value, or an empty text for a switch that is absent or has none. */
  value(name: string): string {
    return this.#values.get(name) ?? '';
  }

  append(name: string, value: string): void {
    this.#values.set(name, value);
  }

  remove(name: string): void {
    this.#values.delete(name);
  }

  entries(): readonly (readonly [string, string])[] {
    return [...this.#values];
  }
}
