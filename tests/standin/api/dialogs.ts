import type {
  BaseWindow,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { notImplemented } from '../surface/unimplemented.ts';

/** What a person does with each kind of dialog: dismiss it, or what Electron reports of it. */
export interface DialogAnswers {
  readonly open: 'cancel' | Partial<OpenDialogReturnValue>;
  readonly save: 'cancel' | Partial<SaveDialogReturnValue>;
  readonly message: 'cancel' | Partial<MessageBoxReturnValue>;
}

type Kind = keyof DialogAnswers;

/** A call of the app's. */
export interface DialogRequest<K extends Kind = Kind> {
  readonly kind: K;
  /** The name of the function that was called. */
  readonly method: string;
  readonly parent: BaseWindow | null;
  /** What the app gave, untouched. */
  readonly options: object;
}

/** A dialog as a test sees it. */
export interface ShownDialog extends DialogRequest {
  readonly isPending: boolean;
  /** Answers as a person would; throws when the dialog is closed already. */
  answer(answer: DialogAnswers[Kind]): void;
  cancel(): void;
}

/** What tests may see and do; see `Dialogs`. */
export interface DialogControl {
  /** Every dialog the app has shown, oldest first. */
  readonly shown: readonly ShownDialog[];
  /** Those that wait for an answer. */
  readonly pending: readonly ShownDialog[];
  /** Titles and texts of `showErrorBox`, oldest first. */
  readonly errorBoxes: readonly { readonly title: string; readonly content: string }[];
  /** Answers the next dialogs of a kind at once, one each; those ending in `Sync` need it. */
  prepare<K extends Kind>(kind: K, ...answers: readonly DialogAnswers[K][]): void;
}

/** The dialogs of one app. One that nobody answers stays open, as on a screen. */
export class Dialogs implements DialogControl {
  readonly shown: ShownDialog[] = [];
  readonly errorBoxes: { readonly title: string; readonly content: string }[] = [];
  readonly #prepared: { readonly [K in Kind]: DialogAnswers[K][] } = {
    open: [],
    save: [],
    message: [],
  };

  get pending(): readonly ShownDialog[] {
    return this.shown.filter(({ isPending }) => isPending);
  }

  prepare<K extends Kind>(kind: K, ...answers: readonly DialogAnswers[K][]): void {
    this.#prepared[kind].push(...answers);
  }

  note(title: string, content: string): void {
    this.errorBoxes.push({ title, content });
  }

  /** Settles when somebody answers, or with `cancel` when the parent window closes. */
  show<K extends Kind>(
    request: DialogRequest<K>,
    opened: (shown: ShownDialog) => void = () => undefined,
  ): Promise<DialogAnswers[K]> {
    return new Promise((resolve) => {
      const prepared = this.#prepared[request.kind].shift();
      let isPending = true;
      const settle = (answer: DialogAnswers[K]): void => {
        if (!isPending) throw new Error('This dialog is closed');
        isPending = false;
        resolve(answer);
      };
      const shown: ShownDialog = {
        ...request,
        get isPending() {
          return isPending;
        },
        answer: (answer) => settle(answer as DialogAnswers[K]),
        cancel: () => {
          if (isPending) settle('cancel');
        },
      };
      this.shown.push(shown);
      request.parent?.once('closed', () => shown.cancel());
      opened(shown);
      if (prepared !== undefined && isPending) settle(prepared);
    });
  }

  /** A dialog that holds up the whole process, so its answer must be there already. */
  showSync<K extends Kind>(request: DialogRequest<K>): DialogAnswers[K] {
    const prepared = this.#prepared[request.kind].shift();
    if (prepared === undefined)
      throw notImplemented(
        `dialog.${request.method} without an answer given by control.dialogs.prepare()`,
      );
    const closed = (): never => {
      throw new Error('This dialog is closed');
    };
    this.shown.push({ ...request, isPending: false, answer: closed, cancel: () => undefined });
    return prepared;
  }
}
