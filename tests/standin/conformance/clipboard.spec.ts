import { expect, states } from './support.ts';

const DOC = 'docs/api/clipboard.md';

states(
  'clipboard.readText',
  'gives what writeText wrote',
  `${DOC}#clipboardwritetexttext`,
  async ({ app }) => {
    const text = await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('CANARY text ä');
      return clipboard.readText();
    });
    expect(text).toBe('CANARY text ä');
  },
);

states('clipboard.clear', 'leaves nothing behind', `${DOC}#clipboardclear`, async ({ app }) => {
  const left = await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('x');
    clipboard.clear();
    return [await clipboard.readText(), await clipboard.has('text/plain')];
  });
  expect(left).toEqual(['', false]);
});

states(
  'clipboard.write',
  'keeps every format of an item',
  `${DOC}#clipboardwritedata`,
  async ({ app }) => {
    const read = await app.evaluate(async ({ clipboard, ClipboardItem }) => {
      const formats = {
        'text/plain': 'plain',
        'text/html': '<b>bold</b>',
        'text/rtf': '{\\rtf1 rich}',
      };
      await clipboard.write([new ClipboardItem(formats)]);
      const [item] = await clipboard.read();
      const texts: unknown[] = [];
      for (const type of Object.keys(formats)) {
        const payload = await item?.getType(type);
        texts.push(payload instanceof Blob ? await payload.text() : payload);
      }
      return { texts, has: await clipboard.has('text/html') };
    });
    expect(read).toEqual({ texts: ['plain', '<b>bold</b>', '{\\rtf1 rich}'], has: true });
  },
);

states(
  'clipboard.write',
  'takes promises, and bytes of a custom format',
  `${DOC}#clipboardwritedata`,
  async ({ app }) => {
    const bytes = await app.evaluate(async ({ clipboard, ClipboardItem }) => {
      const format = 'web application/x.conformance';
      const blob = new Blob([new Uint8Array([1, 2, 3])]);
      await clipboard.write([new ClipboardItem({ [format]: Promise.resolve(blob) })]);
      const [item] = await clipboard.read();
      const payload = await item?.getType(format);
      return payload instanceof Blob ? [...new Uint8Array(await payload.arrayBuffer())] : payload;
    });
    expect(bytes).toEqual([1, 2, 3]);
  },
);

states(
  'clipboard.write',
  'refuses what clipboard.read gave',
  `${DOC}#clipboardwritedata`,
  async ({ app }) => {
    const message = await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('x');
      try {
        return await clipboard.write(await clipboard.read());
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toContain('cannot accept a ClipboardItem returned from clipboard.read()');
  },
);

states(
  'clipboard.write',
  'refuses what is no list of items',
  `${DOC}#clipboardwritedata`,
  async ({ app }) => {
    const message = await app.evaluate(async ({ clipboard }) => {
      try {
        return await clipboard.write('text' as never);
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe('TypeError: clipboard.write expects an array of ClipboardItem');
  },
);

states(
  'new ClipboardItem',
  'needs at least one format',
  'docs/api/clipboard-item.md',
  async ({ app }) => {
    const name = await app.evaluate(({ ClipboardItem }) => {
      try {
        return new ClipboardItem({}).types;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe('TypeError');
  },
);

states(
  'clipboardItem.getType',
  'rejects for a format the item lacks',
  'docs/api/clipboard-item.md#clipboarditemgettypetype',
  async ({ app }) => {
    const message = await app.evaluate(({ ClipboardItem }) =>
      new ClipboardItem({ 'text/plain': 'x' }).getType('text/html').then(
        () => 'no error',
        () => 'rejected',
      ),
    );
    expect(message).toBe('rejected');
  },
);

states(
  'clipboard.selection',
  'is a clipboard of its own',
  `${DOC}#clipboardselection-linux-readonly`,
  async ({ app }) => {
    const texts = await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('copied');
      await clipboard.selection.writeText('selected');
      return [await clipboard.readText(), await clipboard.selection.readText()];
    });
    expect(texts).toEqual(['copied', 'selected']);
  },
);
