import type { Clipboard as ElectronClipboard } from 'electron';
import { BOOKMARK, ClipboardItem, type Payload, ReadClipboardItem } from './clipboard-item.ts';

/** Formats that have a name of their own; the rest goes by the platform's. */
const STANDARD = /^(text\/(plain|html|rtf|uri-list)|image\/(png|svg\+xml))$/;

/**
 * `clipboard` in memory, so that tests leave the desktop's alone; the selection is a second one.
 * Images are kept as they were written, not drawn anew.
 */
export function createClipboard() {
  return Object.assign(createBuffer(true), { selection: createBuffer(false) });
}

/** @param hasCustomFormats Whether the W3C's `web …` formats are kept; the selection has none. */
function createBuffer(hasCustomFormats: boolean) {
  let contents: ReadonlyMap<string, Payload> = new Map();

  const nameOf = (type: string): string | undefined => {
    // Linux has no bookmarks on its clipboard.
    if (type === BOOKMARK) return undefined;
    if (type.startsWith('web ')) return hasCustomFormats ? type : undefined;
    if (STANDARD.test(type) || type.startsWith('electron application/osclipboard;')) return type;
    return type.startsWith('image/')
      ? 'image/png'
      : `electron application/osclipboard;format="${type}"`;
  };

  return {
    clear: () => {
      contents = new Map();
    },
    has: async (type) => contents.has(type),
    readText: async () => {
      const text = contents.get('text/plain');
      return text instanceof Blob ? text.text() : '';
    },
    writeText: async (text) => {
      contents = new Map([['text/plain', new Blob([text], { type: 'text/plain' })]]);
    },
    read: async () => [new ReadClipboardItem(Object.fromEntries(contents))],
    write: async (items) => {
      if (!Array.isArray(items)) throw new TypeError(NOT_ITEMS);
      const written = new Map<string, Payload>();
      for (const item of items as readonly unknown[]) {
        if (!(item instanceof ClipboardItem)) throw new TypeError(NOT_ITEMS);
        for (const [type, payload] of await item.toPayloads()) {
          const name = nameOf(type);
          if (name !== undefined) written.set(name, payload);
        }
      }
      contents = written;
    },
  } satisfies Omit<ElectronClipboard, 'selection' | 'read'> & {
    read(): Promise<readonly Pick<ClipboardItem, 'types' | 'getType'>[]>;
  };
}

const NOT_ITEMS = 'clipboard.write expects an array of ClipboardItem';
