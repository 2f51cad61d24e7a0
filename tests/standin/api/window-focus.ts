import type { EventEmitter } from 'node:events';
import { createEvent } from './event.ts';

/**
 * Which window has the focus. It follows what the app asks for; a person's click into a window is
 * not noticed.
 */
export class WindowFocus<W extends EventEmitter> {
  readonly #app: EventEmitter;
  #holder: W | null = null;

  constructor(app: EventEmitter) {
    this.#app = app;
  }

  get holder(): W | null {
    return this.#holder;
  }

  give(window: W): void {
    if (this.#holder === window) return;
    if (this.#holder !== null) this.take(this.#holder);
    this.#holder = window;
    this.#tell(window, 'focus');
  }

  take(window: W): void {
    if (this.#holder !== window) return;
    this.#holder = null;
    this.#tell(window, 'blur');
  }

  #tell(window: W, name: 'focus' | 'blur'): void {
    window.emit(name, createEvent());
    this.#app.emit(`browser-window-${name}`, createEvent(), window);
  }
}
