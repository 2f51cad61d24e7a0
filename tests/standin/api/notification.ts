import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type {
  Notification as ElectronNotification,
  NotificationAction,
  NotificationConstructorOptions,
} from 'electron';
import { createEvent } from './event.ts';

/** A notification on the screen, and what a person may do with it. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly urgency: string;
  readonly actions: readonly NotificationAction[];
  /** The app's own object. */
  readonly notification: ElectronNotification;
  click(): void;
  /** Dismisses it, as a person does. */
  close(): void;
  /** Presses a button. Electron draws none on Linux; this is for apps that run elsewhere, too. */
  action(index: number): void;
}

export interface NotificationControl {
  /** Those on the screen, oldest first. */
  readonly visible: readonly ShownNotification[];
  /** All that were ever shown, oldest first. */
  readonly shown: readonly ShownNotification[];
  /** What `Notification.isSupported()` says. Without it nothing is shown, as without libnotify. */
  supported: boolean;
}

/** The members of Electron's class that exist on Linux, held to its own declarations. */
type Surface = Omit<ElectronNotification, keyof EventEmitter>;

/**
 * The `Notification` class as on Linux, in memory: nothing reaches the desktop, so tests disturb
 * nobody and need no bus.
 */
export function createNotificationClass(isReady: () => boolean) {
  const visible: ShownNotification[] = [];
  const shown: ShownNotification[] = [];
  const control: NotificationControl = { visible, shown, supported: true };

  class Notification extends EventEmitter implements Surface {
    static isSupported(): boolean {
      return control.supported;
    }

    readonly id: string;
    readonly groupId: string;
    readonly groupTitle: string;
    title: string;
    subtitle: string;
    body: string;
    silent: boolean;
    hasReply: boolean;
    timeoutType: ElectronNotification['timeoutType'];
    replyPlaceholder: string;
    sound: string;
    urgency: ElectronNotification['urgency'];
    actions: NotificationAction[];
    closeButtonText: string;
    toastXml: string;
    #onScreen: ShownNotification | undefined;

    constructor(options: NotificationConstructorOptions = {}) {
      if (!isReady()) throw new Error('Cannot create Notification before app is ready');
      super();
      this.id = options.id || randomUUID();
      this.groupId = options.groupId ?? '';
      this.groupTitle = options.groupTitle ?? '';
      this.title = options.title ?? '';
      this.subtitle = options.subtitle ?? '';
      this.body = options.body ?? '';
      this.silent = options.silent ?? false;
      this.hasReply = options.hasReply ?? false;
      this.timeoutType = options.timeoutType ?? 'default';
      this.replyPlaceholder = options.replyPlaceholder ?? '';
      this.sound = options.sound ?? '';
      this.urgency = options.urgency ?? 'normal';
      this.actions = options.actions ?? [];
      this.closeButtonText = options.closeButtonText ?? '';
      this.toastXml = options.toastXml ?? '';
    }

    show(): void {
      this.close();
      if (!control.supported) return;
      const { title, body, silent, urgency, actions } = this;
      const onScreen: ShownNotification = {
        title,
        body,
        silent,
        urgency,
        actions,
        notification: this as unknown as ElectronNotification,
        click: () => this.emit('click', createEvent()),
        close: () => {
          if (this.#onScreen !== onScreen) return;
          this.close();
          this.emit('close', createEvent());
        },
        action: (actionIndex) => {
          const details = { actionIndex, selectionIndex: -1 };
          this.emit('action', createEvent(details), actionIndex, -1);
        },
      };
      this.#onScreen = onScreen;
      visible.push(onScreen);
      shown.push(onScreen);
      this.emit('show', createEvent());
    }

    /** Only a person's closing emits `close`: libnotify tells of it, and not of this. */
    close(): void {
      const index = this.#onScreen === undefined ? -1 : visible.indexOf(this.#onScreen);
      this.#onScreen = undefined;
      if (index >= 0) visible.splice(index, 1);
    }
  }
  return { Notification, control };
}
