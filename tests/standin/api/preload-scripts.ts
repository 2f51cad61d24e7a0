import type { WebPreferences } from 'electron';
import type { RendererInfo } from '../renderer/isolated-world.ts';
import { createPageScripts, type PageScripts } from '../renderer/scripts.ts';

/** What a window's preload needs in its page; nothing without one, or where `failed` was told why. */
export function preloadScripts(
  { preload, nodeIntegrationInSubFrames = false }: WebPreferences,
  info: Omit<RendererInfo, 'platform' | 'arch'>,
  failed: (path: string, error: unknown) => void,
): PageScripts | undefined {
  if (preload === undefined) return undefined;
  const { platform, arch } = process;
  try {
    return createPageScripts(preload, { ...info, platform, arch }, nodeIntegrationInSubFrames);
  } catch (error) {
    console.error(`Unable to load preload script: ${preload}`, error);
    failed(preload, error);
    return undefined;
  }
}
