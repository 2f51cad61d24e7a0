import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

type Main = typeof Electron;

/**
 * Members that take or give the stand-in's own kind of menu or event, which are no Electron's; one
 * whose declared result has fields that only macOS and Windows give; and clipboard items, whose
 * `getType` is overloaded by what it is asked for.
 */
interface Unchecked {
  readonly app: 'applicationMenu' | 'getLoginItemSettings';
  readonly clipboard: 'read' | 'selection';
  readonly ipcMain: 'handle' | 'handleOnce';
}

/** Members that a module of Electron's has of its own; those of an EventEmitter are Node's. */
type Checked<Name extends keyof Main> = Exclude<
  keyof Main[Name],
  keyof EventEmitter | (Name extends keyof Unchecked ? Unchecked[Name] : never)
>;

/**
 * What the stand-in has of Electron's modules, held to Electron's own declarations: every member
 * that is here has to fit where Electron's is expected. Members may be missing. Classes are held to
 * Electron's where they are declared, by `implements`.
 */
export type ImplementedModules = {
  readonly [Name in keyof Main]?: Main[Name] extends abstract new (...args: never[]) => unknown
    ? unknown
    : { readonly [Member in Checked<Name>]?: Main[Name][Member] };
};
