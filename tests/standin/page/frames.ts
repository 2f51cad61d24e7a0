import type { Protocol } from '../chromium/protocol.ts';

/** One frame of a page; it outlives its documents. */
export interface Frame {
  readonly id: string;
  readonly parent: Frame | undefined;
  readonly url: string;
  readonly name: string;
  /** Where the page's own scripts run. */
  readonly pageContext: number | undefined;
  /** Where a preload runs. */
  readonly preloadContext: number | undefined;
  readonly isDetached: boolean;
}

type MutableFrame = { -readonly [Key in keyof Frame]: Frame[Key] };

/** The frames of a page with the contexts of their present documents. */
export class FrameTree {
  readonly #preloadWorld: string;
  readonly #frames = new Map<string, MutableFrame>();
  /** Every context, by its document's frame; also those that have been left. */
  readonly #contexts = new Map<number, string>();
  #main: MutableFrame | undefined;

  constructor(preloadWorld: string) {
    this.#preloadWorld = preloadWorld;
  }

  get main(): Frame | undefined {
    return this.#main;
  }

  get(id: string): Frame | undefined {
    return this.#frames.get(id);
  }

  /** The frame whose present document a context belongs to. */
  ofContext(context: number): Frame | undefined {
    return this.#frames.get(this.#contexts.get(context) ?? '');
  }

  isMain(id: string): boolean {
    return this.#main?.id === id;
  }

  attach(id: string, parentId?: string): Frame {
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const frame: MutableFrame = {
      id,
      parent: parentId === undefined ? undefined : this.#frames.get(parentId),
      url: '',
      name: '',
      pageContext: undefined,
      preloadContext: undefined,
      isDetached: false,
    };
    this.#frames.set(id, frame);
    if (parentId === undefined) this.#main = frame;
    return frame;
  }

  /** Ends a frame and those below it; gives them, the lowest first. */
  detach(id: string): readonly Frame[] {
    const frame = this.#frames.get(id);
    if (frame === undefined) return [];
    const below = [...this.#frames.values()].filter((other) => other.parent === frame);
    const ended = below.flatMap((child) => this.detach(child.id));
    this.#frames.delete(id);
    frame.isDetached = true;
    return [...ended, frame];
  }

  /** Notes the document of a frame, and gives the frames that went with the one before. */
  navigate({ id, name = '', url, urlFragment = '' }: Protocol.Page.Frame): readonly Frame[] {
    const frame = this.#frames.get(id);
    if (frame === undefined) return [];
    frame.url = url + urlFragment;
    frame.name = name;
    const below = [...this.#frames.values()].filter((other) => other.parent === frame);
    return below.flatMap((child) => this.detach(child.id));
  }

  moveWithinDocument(id: string, url: string): void {
    const frame = this.#frames.get(id);
    if (frame !== undefined) frame.url = url;
  }

  addContext({ id, name, auxData }: Protocol.Runtime.ExecutionContextDescription): void {
    const { frameId = '', isDefault = false } = (auxData ?? {}) as {
      frameId?: string;
      isDefault?: boolean;
    };
    const frame = this.#frames.get(frameId);
    if (frame === undefined) return;
    this.#contexts.set(id, frameId);
    if (isDefault) frame.pageContext = id;
    else if (name === this.#preloadWorld) frame.preloadContext = id;
  }

  removeContext(id: number): void {
    const frame = this.#frames.get(this.#contexts.get(id) ?? '');
    this.#contexts.delete(id);
    if (frame?.pageContext === id) frame.pageContext = undefined;
    if (frame?.preloadContext === id) frame.preloadContext = undefined;
  }

  removeContexts(): void {
    for (const id of this.#contexts.keys()) this.removeContext(id);
  }
}
