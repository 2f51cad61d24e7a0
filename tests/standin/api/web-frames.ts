import type { Codec } from '../codec/codec.ts';
import type { Frame } from '../page/frames.ts';
import type { Page } from '../page/page.ts';
import type { Schemes } from './schemes.ts';
import { WebFrameMain, type FrameOwner } from './web-frame.ts';

export interface WebFramesHost {
  readonly id: number;
  readonly schemes: Schemes;
  readonly codec: Codec;
  readonly page: () => Page | undefined;
  readonly isDestroyed: () => boolean;
}

/** One renderer's frames have numbers of their own; the windows' own numbers keep them apart. */
const FRAMES_PER_CONTENTS = 1_000_000;

/** The frames of one WebContents in Electron's terms. The main one is there before its page. */
export class WebFrames implements FrameOwner {
  readonly main: WebFrameMain;
  readonly #host: WebFramesHost;
  readonly #frames = new Map<string, WebFrameMain>();
  readonly #records = new Map<WebFrameMain, Frame>();
  #lastRoutingId = 1;

  constructor(host: WebFramesHost) {
    this.#host = host;
    this.main = new WebFrameMain(this, 1, `main-${host.id}`);
  }

  get processId(): number {
    return this.#host.id;
  }

  get all(): readonly WebFrameMain[] {
    return this.main.framesInSubtree;
  }

  /** The frame as the app knows it; the same object for as long as the frame is there. */
  of(record: Frame): WebFrameMain {
    if (record.parent === undefined) {
      this.#records.set(this.main, record);
      return this.main;
    }
    const known = this.#frames.get(record.id);
    if (known !== undefined) return known;
    this.#lastRoutingId += 1;
    const frame = new WebFrameMain(this, this.#lastRoutingId, record.id);
    this.#frames.set(record.id, frame);
    this.#records.set(frame, record);
    return frame;
  }

  forget(record: Frame): void {
    this.#frames.delete(record.id);
  }

  isDestroyed(): boolean {
    return this.#host.isDestroyed();
  }

  isDetached(frame: WebFrameMain): boolean {
    return this.#records.get(frame)?.isDetached ?? false;
  }

  frameTreeNodeIdOf(frame: WebFrameMain): number {
    return this.#host.id * FRAMES_PER_CONTENTS + frame.routingId;
  }

  urlOf(frame: WebFrameMain): string {
    return this.#host.schemes.toApp(this.#records.get(frame)?.url ?? '');
  }

  nameOf(frame: WebFrameMain): string {
    return this.#records.get(frame)?.name ?? '';
  }

  parentOf(frame: WebFrameMain): WebFrameMain | null {
    const parent = this.#records.get(frame)?.parent;
    return parent === undefined ? null : this.of(parent);
  }

  childrenOf(frame: WebFrameMain): WebFrameMain[] {
    return [...this.#frames.values()].filter(
      (child) => this.parentOf(child) === frame && !this.isDetached(child),
    );
  }

  sendTo(frame: WebFrameMain, channel: string, args: readonly unknown[]): void {
    const encoded = this.#host.codec.encode(args);
    const context = this.#records.get(frame)?.preloadContext;
    if (context !== undefined)
      this.#host.page()?.post({ kind: 'event', channel, args: encoded }, context);
  }

  async executeIn(frame: WebFrameMain, code: string, userGesture: boolean): Promise<unknown> {
    const record = this.#records.get(frame);
    const page = this.#host.page();
    if (page === undefined || record?.pageContext === undefined)
      throw new Error('Render frame was torn down before script could run');
    return page.evaluate(code, { frame: record, userGesture });
  }
}
