import type { WebFrameMain } from 'electron';

type MainFrame = Pick<
  WebFrameMain,
  'url' | 'origin' | 'routingId' | 'processId' | 'frameTreeNodeId' | 'name' | 'detached'
> & {
  readonly parent: null;
  readonly top: MainFrame;
  readonly frames: MainFrame[];
  readonly framesInSubtree: MainFrame[];
  send(channel: string, ...args: unknown[]): void;
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
  isDestroyed(): boolean;
};

/** What a frame asks of the WebContents it belongs to. */
export interface FrameOwner {
  readonly id: number;
  getURL(): string;
  send(channel: string, ...args: unknown[]): void;
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
  isDestroyed(): boolean;
}

/** An address's origin; unlike Node, Chromium knows one for the app's schemes too. */
export function originOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return 'null';
  return url.origin === 'null' && url.host !== '' ? `${url.protocol}//${url.host}` : url.origin;
}

/** The top frame of a WebContents; frames below it are not told apart here. */
export function createMainFrame(owner: FrameOwner): MainFrame {
  const frame: MainFrame = {
    get url() {
      return owner.getURL();
    },
    get origin() {
      return originOf(owner.getURL());
    },
    name: '',
    routingId: owner.id,
    processId: owner.id,
    frameTreeNodeId: owner.id,
    detached: false,
    parent: null,
    get top() {
      return frame;
    },
    frames: [],
    get framesInSubtree() {
      return [frame];
    },
    send: (channel, ...args) => owner.send(channel, ...args),
    executeJavaScript: (code, userGesture) => owner.executeJavaScript(code, userGesture),
    isDestroyed: () => owner.isDestroyed(),
  };
  return frame;
}
