import { EventEmitter } from 'node:events';
import type {
  BaseWindow,
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { Dialogs, ShownDialog } from './dialogs.ts';

export interface DialogHost {
  readonly isReady: () => boolean;
  readonly dialogs: Dialogs;
  /** Where an error box goes before the app is ready. */
  readonly writeError: (text: string) => void;
}

/** `dialog` as on Linux. Nothing is drawn: whoever tests answers through `Dialogs`. */
export function createDialog({ isReady, dialogs, writeError }: DialogHost) {
  const ready = (): void => {
    if (!isReady()) throw new Error('dialog module can only be used after app is ready');
  };

  const open = (method: string, args: DialogArguments) => {
    ready();
    const { parent, options } = split<OpenDialogOptions>(args, {
      title: 'Open',
      properties: ['openFile'],
    });
    const { properties = ['openFile'], ...texts } = options;
    if (!Array.isArray(properties)) throw new TypeError('Properties must be an array');
    checkTexts(texts, FILE_TEXTS);
    return { kind: 'open', method, parent, options } as const;
  };
  const save = (method: string, args: DialogArguments) => {
    ready();
    const { parent, options } = split<SaveDialogOptions>(args, { title: 'Save' });
    checkTexts(options, [...FILE_TEXTS, ['nameFieldLabel', 'Name field label']]);
    return { kind: 'save', method, parent, options } as const;
  };
  const message = (method: string, args: DialogArguments) => {
    ready();
    const { parent, options } = split<MessageBoxOptions>(args, { type: 'none', message: '' });
    checkMessageBox(options);
    return { kind: 'message', method, parent, options } as const;
  };

  return {
    showOpenDialog: async (...args: DialogArguments) =>
      chosenFiles(await dialogs.show(open('showOpenDialog', args))),
    showOpenDialogSync: (...args: DialogArguments) => {
      const { canceled, filePaths } = chosenFiles(
        dialogs.showSync(open('showOpenDialogSync', args)),
      );
      return canceled ? undefined : filePaths;
    },
    showSaveDialog: async (...args: DialogArguments) =>
      chosenFile(await dialogs.show(save('showSaveDialog', args))),
    showSaveDialogSync: (...args: DialogArguments) =>
      chosenFile(dialogs.showSync(save('showSaveDialogSync', args))).filePath,
    showMessageBox: async (...args: DialogArguments) => {
      const request = message('showMessageBox', args);
      const { signal } = request.options;
      if (signal?.aborted === true) return pressedButton(request.options, 'cancel');
      const answer = dialogs.show(request, (shown: ShownDialog) =>
        signal?.addEventListener('abort', () => shown.cancel()),
      );
      return pressedButton(request.options, await answer);
    },
    showMessageBoxSync: (...args: DialogArguments) => {
      const request = message('showMessageBoxSync', args);
      return pressedButton(request.options, dialogs.showSync(request)).response;
    },
    showErrorBox: (title, content) => {
      if (typeof title !== 'string' || typeof content !== 'string')
        throw new TypeError('Error processing argument at index 0, conversion failure');
      dialogs.note(title, content);
      if (!isReady()) writeError(`${title}\n${content}\n`);
    },
  } satisfies Omit<Dialog, 'showCertificateTrustDialog'>;
}

/** A window and options, or options alone, as far as the types of a caller tell. */
type DialogArguments = readonly unknown[];

/** What Electron calls the texts of a file dialog when they are none. */
const FILE_TEXTS: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['buttonLabel', 'Button label'],
  ['defaultPath', 'Default path'],
  ['message', 'Message'],
];

const MESSAGE_TEXTS: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['message', 'Message'],
  ['detail', 'Detail'],
  ['checkboxLabel', 'checkboxLabel'],
];

const TYPES: readonly unknown[] = ['none', 'info', 'warning', 'error', 'question'];

function split<Options extends object>(
  [first, second]: DialogArguments,
  otherwise: Options,
): { readonly parent: BaseWindow | null; readonly options: Options } {
  // A window is the only EventEmitter that can stand here.
  if (first instanceof EventEmitter)
    return { parent: first as BaseWindow, options: (second as Options | undefined) ?? otherwise };
  return { parent: null, options: (first ?? second ?? otherwise) as Options };
}

function checkTexts(options: object, names: readonly (readonly [string, string])[]): void {
  for (const [name, label] of names) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && typeof value !== 'string')
      throw new TypeError(`${label} must be a string`);
  }
}

function checkMessageBox(options: MessageBoxOptions): void {
  const { type = 'none', buttons = [], noLink = false } = options;
  if (!TYPES.includes(type)) throw new TypeError('Invalid message box type');
  if (!Array.isArray(buttons)) throw new TypeError('Buttons must be an array');
  if (typeof noLink !== 'boolean') throw new TypeError('noLink must be a boolean');
  checkTexts(options, MESSAGE_TEXTS);
  if (options.checkboxChecked === true && !options.checkboxLabel)
    throw new Error('checkboxChecked requires that checkboxLabel also be passed');
}

/** The button that a dismissed message box counts as, by `cancelId`, its name, or its place. */
function cancelButton({ buttons = [], cancelId, defaultId }: MessageBoxOptions): number {
  if (cancelId !== undefined) return cancelId;
  const named = buttons.findIndex((label) => /^(cancel|no)$/i.test(label));
  if (named >= 0) return named;
  return defaultId === 0 && buttons.length > 1 ? 1 : 0;
}

function chosenFiles(answer: 'cancel' | Partial<OpenDialogReturnValue>): OpenDialogReturnValue {
  if (answer === 'cancel' || answer.canceled === true) return { canceled: true, filePaths: [] };
  return { canceled: false, filePaths: answer.filePaths ?? [] };
}

function chosenFile(answer: 'cancel' | Partial<SaveDialogReturnValue>): SaveDialogReturnValue {
  if (answer === 'cancel' || answer.canceled === true) return { canceled: true, filePath: '' };
  return { canceled: false, filePath: answer.filePath ?? '' };
}

function pressedButton(
  options: MessageBoxOptions,
  answer: 'cancel' | Partial<MessageBoxReturnValue>,
): MessageBoxReturnValue {
  const checkboxChecked = options.checkboxChecked ?? false;
  if (answer === 'cancel') return { response: cancelButton(options), checkboxChecked };
  return { response: cancelButton(options), checkboxChecked, ...answer };
}
