import type { KeyboardInputEvent, MouseInputEvent, MouseWheelInputEvent } from 'electron';
import type { Page } from '../page/page.ts';
import type { KeyNotice } from '../renderer/messages.ts';

export type SentInput = KeyboardInputEvent | MouseInputEvent | MouseWheelInputEvent;

/** DevTools' bits. */
const MODIFIERS: Readonly<Record<string, number>> = {
  alt: 1,
  control: 2,
  ctrl: 2,
  meta: 4,
  cmd: 4,
  command: 4,
  shift: 8,
};

/** Accelerator names whose key is called otherwise in a page: its name, code and Windows' number. */
const KEYS: Readonly<Record<string, readonly [key: string, code: string, number: number]>> = {
  backspace: ['Backspace', 'Backspace', 8],
  delete: ['Delete', 'Delete', 46],
  down: ['ArrowDown', 'ArrowDown', 40],
  end: ['End', 'End', 35],
  enter: ['Enter', 'Enter', 13],
  esc: ['Escape', 'Escape', 27],
  escape: ['Escape', 'Escape', 27],
  home: ['Home', 'Home', 36],
  left: ['ArrowLeft', 'ArrowLeft', 37],
  pagedown: ['PageDown', 'PageDown', 34],
  pageup: ['PageUp', 'PageUp', 33],
  return: ['Enter', 'Enter', 13],
  right: ['ArrowRight', 'ArrowRight', 39],
  space: [' ', 'Space', 32],
  tab: ['Tab', 'Tab', 9],
  up: ['ArrowUp', 'ArrowUp', 38],
};

const BUTTONS = new Set(['left', 'middle', 'right']);

const modifiersOf = ({ modifiers = [] }: SentInput): number =>
  modifiers.reduce((bits, name) => bits | (MODIFIERS[name.toLowerCase()] ?? 0), 0);

function keyOf(keyCode: string): readonly [key: string, code: string, number: number] {
  const known = KEYS[keyCode.toLowerCase()];
  if (known !== undefined) return known;
  const functionKey = /^f(\d{1,2})$/i.exec(keyCode)?.[1];
  if (functionKey !== undefined)
    return [keyCode.toUpperCase(), keyCode.toUpperCase(), 111 + Number(functionKey)];
  const upper = keyCode.toUpperCase();
  const code = /^[A-Z]$/.test(upper) ? `Key${upper}` : /^\d$/.test(upper) ? `Digit${upper}` : '';
  return [keyCode, code, upper.charCodeAt(0)];
}

async function sendKey(page: Page, input: KeyboardInputEvent): Promise<void> {
  const { session } = page.target;
  const [key, code, windowsVirtualKeyCode] = keyOf(input.keyCode);
  const modifiers = modifiersOf(input);
  if (input.type === 'char') {
    const text = key === 'Enter' ? '\r' : input.keyCode.length === 1 ? input.keyCode : key;
    await session.send('Input.dispatchKeyEvent', { type: 'char', text, modifiers });
    return;
  }
  await session.send('Input.dispatchKeyEvent', {
    type: input.type === 'keyUp' ? 'keyUp' : 'rawKeyDown',
    key,
    code,
    windowsVirtualKeyCode,
    modifiers,
  });
}

async function sendMouse(
  page: Page,
  input: MouseInputEvent | MouseWheelInputEvent,
  zoom: number,
): Promise<void> {
  const types = {
    mouseDown: 'mousePressed',
    mouseUp: 'mouseReleased',
    mouseMove: 'mouseMoved',
    mouseEnter: 'mouseMoved',
    mouseLeave: 'mouseMoved',
    mouseWheel: 'mouseWheel',
    contextMenu: 'mousePressed',
  } as const;
  const type = types[input.type as keyof typeof types];
  if (type === undefined) throw new TypeError(`Invalid event type: ${input.type}`);
  const { x, y } = input;
  const button = input.button !== undefined && BUTTONS.has(input.button) ? input.button : 'left';
  const wheel = input as MouseWheelInputEvent;
  await page.target.session.send('Input.dispatchMouseEvent', {
    type,
    x: x / zoom,
    y: y / zoom,
    modifiers: modifiersOf(input),
    // Electron counts a wheel's way up, DevTools down.
    ...(type === 'mouseWheel'
      ? { deltaX: -(wheel.deltaX ?? 0), deltaY: -(wheel.deltaY ?? 0) }
      : {}),
    ...(type === 'mouseMoved' || type === 'mouseWheel'
      ? {}
      : { button, clickCount: (input as MouseInputEvent).clickCount ?? 1 }),
  });
}

/** Gives a page a key or a movement of the mouse as if a person had made it. */
export function sendInput(page: Page, input: SentInput, zoom: number): Promise<void> {
  return 'keyCode' in input ? sendKey(page, input) : sendMouse(page, input, zoom);
}

/** A key as `before-input-event` tells it. */
export function toInput(notice: KeyNotice) {
  const { kind: _kind, ...input } = notice;
  const { shift, control, alt, meta, isAutoRepeat } = input;
  const modifiers = [
    ...(shift ? ['shift'] : []),
    ...(control ? ['control'] : []),
    ...(alt ? ['alt'] : []),
    ...(meta ? ['meta'] : []),
    ...(isAutoRepeat ? ['isautorepeat'] : []),
  ];
  return { ...input, modifiers };
}
