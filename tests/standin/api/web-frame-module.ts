import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame.ts';

/** The `webFrameMain` module. */
export const createWebFrameMainModule = (contents: () => readonly WebContents[]) => {
  const framesOf = (processId: number): readonly WebFrameMain[] =>
    contents().find(({ mainFrame }) => mainFrame.processId === processId)?.frames.all ?? [];
  return {
    fromId: (processId: number, routingId: number): WebFrameMain | undefined =>
      framesOf(processId).find((frame) => frame.routingId === routingId),
    fromFrameToken: (processId: number, token: string): WebFrameMain | null =>
      framesOf(processId).find((frame) => frame.frameToken === token) ?? null,
  };
};
