import type { ClipboardBookmark, ClipboardItem as ElectronClipboardItem } from 'electron';

/** The one format whose payload is an object, not bytes. */
export const BOOKMARK = 'electron application/bookmark';

type Given = ConstructorParameters<typeof ElectronClipboardItem>[0];

/** What is stored for a format. */
export type Payload = Blob | ClipboardBookmark;

/** `ClipboardItem`: formats and what each holds, which may still be on its way. */
export class ClipboardItem implements Pick<ElectronClipboardItem, 'types'> {
  readonly #items: Given;
  readonly #isRead: boolean;

  constructor(items: Given) {
    if (typeof items !== 'object' || items === null || Array.isArray(items))
      throw new TypeError(
        "Failed to construct 'ClipboardItem': 1 argument required — an object mapping MIME types to payloads.",
      );
    if (Object.keys(items).length === 0 && new.target === ClipboardItem)
      throw new TypeError(
        "Failed to construct 'ClipboardItem': at least one MIME type is required.",
      );
    this.#items = { ...items };
    this.#isRead = new.target !== ClipboardItem;
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  /** Rejects for a format that is not here. */
  async getType(type: string): Promise<Payload> {
    if (!Object.hasOwn(this.#items, type))
      throw new Error(`The type '${type}' was not found in the ClipboardItem`);
    const value: unknown = await this.#items[type];
    if (type === BOOKMARK) return value as ClipboardBookmark;
    return value instanceof Blob ? value : new Blob([String(value)], { type });
  }

  /** Everything, settled and checked. For `clipboard.write`. */
  async toPayloads(): Promise<ReadonlyMap<string, Payload>> {
    if (this.#isRead)
      throw new TypeError(
        'clipboard.write cannot accept a ClipboardItem returned from clipboard.read() — construct a new ClipboardItem to write.',
      );
    const payloads = new Map<string, Payload>();
    for (const [type, given] of Object.entries(this.#items)) {
      const value: unknown = await given;
      const isFit =
        type === BOOKMARK
          ? typeof value === 'object' && !(value instanceof Blob)
          : typeof value === 'string' || value instanceof Blob;
      if (!isFit)
        throw new TypeError(
          type === BOOKMARK
            ? 'ClipboardItem payload for `electron application/bookmark` must be an object with `title` and `url` properties'
            : 'ClipboardItem payload values must be a string or a Blob',
        );
      payloads.set(type, await this.getType(type));
    }
    return payloads;
  }
}

/** What `clipboard.read()` gives: it cannot be written back. */
export class ReadClipboardItem extends ClipboardItem {}
