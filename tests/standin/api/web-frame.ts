import { EventEmitter } from 'node:events';
import type { WebFrameMain as ElectronWebFrameMain } from 'electron';
import { IpcMain } from './ipc-main.ts';

/** What a frame asks of the WebContents it belongs to. */
export interface FrameOwner {
  readonly processId: number;
  frameTreeNodeIdOf(frame: WebFrameMain): number;
  isDestroyed(): boolean;
  urlOf(frame: WebFrameMain): string;
  nameOf(frame: WebFrameMain): string;
  parentOf(frame: WebFrameMain): WebFrameMain | null;
  childrenOf(frame: WebFrameMain): WebFrameMain[];
  isDetached(frame: WebFrameMain): boolean;
  sendTo(frame: WebFrameMain, channel: string, args: readonly unknown[]): void;
  executeIn(frame: WebFrameMain, code: string, userGesture: boolean): Promise<unknown>;
}

/** The part of Electron's `WebFrameMain` that is here, held to Electron's own declarations. */
type WebFrameMainSurface = Pick<
  ElectronWebFrameMain,
  | 'detached'
  | 'executeJavaScript'
  | 'frameToken'
  | 'frameTreeNodeId'
  | 'isDestroyed'
  | 'name'
  | 'origin'
  | 'processId'
  | 'reload'
  | 'routingId'
  | 'send'
  | 'url'
>;

/** An address's origin; unlike Node, Chromium knows one for the app's schemes too. */
export function originOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return 'null';
  return url.origin === 'null' && url.host !== '' ? `${url.protocol}//${url.host}` : url.origin;
}

/** A frame of a page: the main one, or an iframe's. */
export class WebFrameMain extends EventEmitter implements WebFrameMainSurface {
  readonly ipc = new IpcMain();
  readonly routingId: number;
  readonly frameToken: string;
  readonly #owner: FrameOwner;

  constructor(owner: FrameOwner, routingId: number, frameToken: string) {
    super();
    this.#owner = owner;
    this.routingId = routingId;
    this.frameToken = frameToken;
  }

  get processId(): number {
    return this.#owner.processId;
  }

  get osProcessId(): number {
    return this.#owner.processId;
  }

  get frameTreeNodeId(): number {
    return this.#owner.frameTreeNodeIdOf(this);
  }

  get url(): string {
    return this.#owner.urlOf(this);
  }

  get origin(): string {
    return originOf(this.url);
  }

  get name(): string {
    return this.#owner.nameOf(this);
  }

  get detached(): boolean {
    return this.#owner.isDetached(this);
  }

  get parent(): WebFrameMain | null {
    return this.#owner.parentOf(this);
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }

  get frames(): WebFrameMain[] {
    return this.#owner.childrenOf(this);
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this.#owner.sendTo(this, channel, args);
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.#owner.executeIn(this, code, userGesture);
  }

  reload(): boolean {
    if (this.isDestroyed()) return false;
    this.#owner.executeIn(this, 'location.reload()', false).catch(() => undefined);
    return true;
  }

  isDestroyed(): boolean {
    return this.detached || this.#owner.isDestroyed();
  }
}
