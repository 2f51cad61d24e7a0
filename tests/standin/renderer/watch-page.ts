import type { ContextMenuNotice, FromWatch } from './messages.ts';

/** Makes `window.close()` a question to the host, as Electron does for windows the app opened. */
export function askToClose(closeEvent: string): void {
  if (window !== window.top) return;
  const { dispatchEvent } = EventTarget.prototype;
  const { apply } = Reflect;
  const Asked = Event;
  window.close = function close(): void {
    apply(dispatchEvent, document, [new Asked(closeEvent)]);
  };
}

/**
 * Tells the host what a page's user does that Electron has events for: context menus, a wish to
 * close, and the page's icons. The function's own text runs in the page, so it names nothing outside.
 */
export function watchPage(sender: string, closeEvent: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const tellText = scope[sender] as (text: string) => void;
  const tell = (notice: FromWatch): void => tellText(JSON.stringify(notice));

  document.addEventListener(closeEvent, (event) => {
    event.stopImmediatePropagation();
    tell({ kind: 'close' });
  });

  if (window === window.top) {
    let told: string | undefined;
    const tellTitle = (): void => {
      const { title } = document;
      if (title === (told ?? '')) return;
      told = title;
      tell({ kind: 'title', title });
    };
    const watched = { childList: true, subtree: true, characterData: true };
    const observer = new MutationObserver(() => {
      tellTitle();
      // Titles stand in the head, and the rest of a page changes too often to be looked at.
      if (document.body === null || told === undefined) return;
      observer.disconnect();
      observer.observe(document.head, watched);
    });
    observer.observe(document, watched);
    if (document.readyState !== 'loading') tellTitle();
    document.addEventListener('DOMContentLoaded', () => {
      if (told === undefined && document.title === '') {
        told = '';
        tell({ kind: 'title', title: '' });
      } else tellTitle();
    });
    window.addEventListener('load', () => {
      const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="icon" i][href]');
      const urls = [...links].map(({ href }) => href);
      if (urls.length > 0) tell({ kind: 'icons', urls });
    });
  }

  const mediaOf = (element: Element): ContextMenuNotice['mediaType'] => {
    switch (element.localName) {
      case 'img':
        return 'image';
      case 'audio':
      case 'video':
      case 'canvas':
        return element.localName;
      default:
        return 'none';
    }
  };
  const controlOf = (element: Element): string => {
    if (element instanceof HTMLTextAreaElement) return 'text-area';
    if (element instanceof HTMLInputElement) return `input-${element.type}`;
    if (element instanceof HTMLSelectElement) return element.type;
    if (element instanceof HTMLButtonElement) return `${element.type}-button`;
    return 'none';
  };
  const textOf = (element: Element): { selected: string; start: number; hasText: boolean } => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      const [start, end] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
      const { value } = element;
      return { selected: value.slice(start, end), start, hasText: value !== '' };
    }
    const selection = window.getSelection();
    return {
      selected: String(selection ?? ''),
      start: selection?.anchorOffset ?? 0,
      hasText: (document.body?.textContent ?? '') !== '',
    };
  };

  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    const [element] = event.composedPath();
    if (!(element instanceof Element)) return;
    const link = element.closest<HTMLAnchorElement>('a[href]');
    const { selected, start, hasText } = textOf(element);
    const selection = window.getSelection();
    const area =
      selection !== null && selection.rangeCount > 0
        ? selection.getRangeAt(0).getBoundingClientRect()
        : undefined;
    const { x = 0, y = 0, width = 0, height = 0 } = area ?? {};
    const isField =
      (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) &&
      !element.readOnly &&
      !element.disabled &&
      /^(text|search|url|tel|email|password|number|textarea)$/.test(element.type);
    tell({
      kind: 'context-menu',
      x: Math.round(event.clientX),
      y: Math.round(event.clientY),
      byKeyboard: event.button !== 2,
      linkURL: link?.href ?? '',
      linkText: link?.innerText ?? '',
      srcURL: (element as Partial<HTMLImageElement>).currentSrc ?? '',
      mediaType: mediaOf(element),
      isEditable: isField || (element instanceof HTMLElement && element.isContentEditable),
      selectionText: selected,
      selectionRect: {
        x: Math.round(x),
        y: Math.round(y),
        width: Math.round(width),
        height: Math.round(height),
      },
      selectionStartOffset: start,
      titleText: element.closest<HTMLElement>('[title]')?.title ?? '',
      altText: (element as Partial<HTMLImageElement>).alt ?? '',
      formControlType: controlOf(element),
      charset: document.characterSet,
      spellcheck: element instanceof HTMLElement && element.spellcheck,
      hasText,
    });
    // Chromium's own menu is none of the app's.
    event.preventDefault();
  });
}

/**
 * Stops each key until the host says whether the page shall have it. `standInReply` is written by
 * the host while this stands at `debugger`.
 */
export function askForKeys(sender: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const tell = scope[sender] as (text: string) => void;
  const ask = (event: KeyboardEvent): void => {
    // oxlint-disable-next-line prefer-const -- The host writes it.
    let standInReply = '';
    const notice: FromWatch = {
      kind: 'key',
      type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
      key: event.key,
      code: event.code,
      location: event.location,
      isAutoRepeat: event.repeat,
      isComposing: event.isComposing,
      shift: event.shiftKey,
      control: event.ctrlKey,
      alt: event.altKey,
      meta: event.metaKey,
    };
    tell(JSON.stringify(notice));
    // oxlint-disable-next-line no-debugger -- This is how a page waits.
    debugger;
    if (standInReply !== 'prevent') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', ask, true);
  window.addEventListener('keyup', ask, true);
}
