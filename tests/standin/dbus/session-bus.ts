import type { InterfaceDefinition, Message, MessageBus } from 'dbus-native';

/** The name's owner has to be there already: a question must not start a program. */
const NO_AUTO_START = 2;
/** RequestName: rather not have a name than wait for it. */
const DO_NOT_QUEUE = 4;
const BUS = 'org.freedesktop.DBus';
const BUS_PATH = '/org/freedesktop/DBus';

/** Sends one of an interface's signals; does nothing once the connection has ended. */
export type Emit = (signal: string, ...args: readonly unknown[]) => void;

/** One connection to the session bus. It keeps no process alive, and its end is silent. */
export interface SessionBus {
  /** Serves an interface from now on. */
  serve(path: string, definition: InterfaceDefinition): Emit;
  /** Asks for a name that others can know; the connection's own, as `:1.7`, where it is not to be had. */
  own(name: string): Promise<string>;
  /** Calls a method of a service that runs. Rejects where it does not run or refuses. */
  call(message: Message): Promise<unknown>;
  /** Calls back with every owner a name has from now on, and with the present one; '' is none. */
  followOwner(name: string, changed: (owner: string) => void): Promise<void>;
  close(): void;
}

/**
 * Connects to a bus. The library is loaded only now, since an app without a tray needs none.
 * Rejects where nobody answers at the address.
 */
export async function connectToBus(address: string): Promise<SessionBus> {
  const { createClient, defineInterface } = await import('dbus-native');
  const bus: MessageBus = createClient({ busAddress: address });
  const { connection } = bus;
  unref(connection.stream);
  let hasEnded = false;
  await new Promise<void>((resolve, reject) => {
    connection.on('connect', resolve);
    for (const failure of ['error', 'handlerError']) connection.on(failure, reject);
    for (const end of ['end', 'close'])
      connection.on(end, () => {
        hasEnded = true;
        reject(new Error('the connection was closed'));
      });
  });
  // The library says Hello by itself; the answer to the next question comes after that to it.
  await bus.getId();
  const ownName = bus.name;
  if (ownName === undefined) throw new Error('the connection got no name');

  return {
    serve: (path, definition) => {
      const { impl, descriptor, emit } = defineInterface(definition);
      bus.exportInterface(impl, path, descriptor);
      return (signal, ...args) => {
        if (!hasEnded) emit[signal]?.(...args);
      };
    },
    own: (wanted) =>
      bus.ownName(wanted, DO_NOT_QUEUE).then(
        ({ isPrimaryOwner }) => (isPrimaryOwner ? wanted : ownName),
        () => ownName,
      ),
    call: async (message) => {
      const answer: unknown = await bus.invoke({ ...message, flags: NO_AUTO_START });
      return answer;
    },
    followOwner: async (wanted, changed) => {
      const signal = bus.mangle(BUS_PATH, BUS, 'NameOwnerChanged');
      bus.signals.on(signal, ([of, , owner]: readonly [string, string, string]) => {
        if (of === wanted) changed(owner);
      });
      await bus.watch(
        `type='signal',sender='${BUS}',interface='${BUS}',member='NameOwnerChanged',arg0='${wanted}'`,
      );
      changed(await bus.getNameOwner(wanted).catch(() => ''));
    },
    close: () => {
      hasEnded = true;
      connection.end();
      // At once: what is left of a polite end may wait for an answer that never comes.
      destroy(connection.stream);
    },
  };
}

const destroy = (stream: unknown): void => {
  const { destroy: shut } = stream as { destroy?: () => void };
  if (typeof shut === 'function') Reflect.apply(shut, stream, []);
};

const unref = (stream: unknown): void => {
  const { unref: letGo } = stream as { unref?: () => void };
  if (typeof letGo === 'function') Reflect.apply(letGo, stream, []);
};
