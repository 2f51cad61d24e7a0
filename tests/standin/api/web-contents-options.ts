import type { Size, WebPreferences } from 'electron';
import type { Browser, Target } from '../chromium/browser.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Schemes } from './schemes.ts';
import type { Session } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** What every WebContents needs of the host. */
export interface WebContentsHost {
  readonly browser: () => Browser;
  readonly schemes: Schemes;
  readonly ipcMain: IpcMain;
  readonly appPath: () => string;
  readonly versions: () => Readonly<Record<string, string>>;
  readonly colorScheme: () => 'light' | 'dark';
  readonly byTarget: Map<string, WebContents>;
  readonly byId: Map<number, WebContents>;
}

export interface WebContentsOptions {
  readonly id: number;
  readonly target: Promise<Target>;
  readonly preferences: WebPreferences;
  readonly session: Session;
  /** The WebContents whose page opened this one. */
  readonly opener?: WebContents | undefined;
  /** Settles when the window has its size, so that a page is laid out once. */
  readonly placed: () => Promise<void>;
  /** How large the page is in the window. */
  readonly size: () => Size;
  /** Asks the owning window to close. */
  readonly close: () => void;
}

export interface LoadOptions {
  readonly userAgent?: string;
  readonly httpReferrer?: string | { readonly url: string };
  readonly extraHeaders?: string;
}
