import { createClient, defineInterface, type MessageBus } from 'dbus-native';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const ITEM_PATH = '/StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
const REPLACE_EXISTING = 2;

/** A desktop's part of StatusNotifierItem, for looking at what an app puts there. */
export interface Watcher {
  /** Names of the services registered and still there, oldest first. */
  readonly items: () => readonly string[];
  /** Gives the watcher's name away: as if the panel had ended. */
  stop(): Promise<void>;
}

/** A line of a menu as it came over the bus. */
export interface MenuLine {
  readonly id: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly MenuLine[];
}

export interface SignalSeen {
  readonly name: string;
  readonly body: readonly unknown[];
}

/** What a panel does with one item. */
export interface TrayItem {
  readonly properties: () => Promise<Readonly<Record<string, unknown>>>;
  /** Calls a method of the item that takes a place, at 3, 4. */
  readonly press: (method: 'Activate' | 'SecondaryActivate' | 'ContextMenu') => Promise<void>;
  readonly scroll: () => Promise<void>;
  readonly menu: (
    ask?: Readonly<{ parent?: number; depth?: number; names?: readonly string[] }>,
  ) => Promise<{ readonly revision: number; readonly root: MenuLine }>;
  /** Calls a method of the menu. */
  readonly ask: (
    method: string,
    signature: string,
    ...args: readonly unknown[]
  ) => Promise<unknown>;
  /** Chooses a line, as a click does. */
  readonly choose: (id: number) => Promise<void>;
  /** Everything the item and its menu have announced since it was looked at first. */
  readonly signals: readonly SignalSeen[];
}

/** One client of a session bus. */
export interface Desktop {
  /** Becomes the watcher; without `hasHost` it says that nobody draws what is registered. */
  watch(options?: { readonly hasHost?: boolean }): Promise<Watcher>;
  item(service: string): Promise<TrayItem>;
  /** How many connections a process has to the bus. */
  connectionsOf(pid: number | undefined): Promise<number>;
  close(): Promise<void>;
}

/** Connects to the bus at an address. */
export async function openDesktop(busAddress: string): Promise<Desktop> {
  const bus = createClient({ busAddress });
  // Awaiting a bus itself would never end where it has a `then`; this call waits for the connection.
  await bus.getId();
  return {
    watch: ({ hasHost = false } = {}) => becomeWatcher(bus, hasHost),
    item: (service) => lookAt(bus, service),
    connectionsOf: async (pid) => {
      const names = (await bus.listNames()).filter((name) => name.startsWith(':'));
      // A connection that ends meanwhile counts as none.
      const owners = names.map((name) => bus.getConnectionUnixProcessId(name).catch(() => 0));
      return (await Promise.all(owners)).filter((owner) => owner === pid).length;
    },
    close: () => bus.close(),
  };
}

async function becomeWatcher(bus: MessageBus, hasHost: boolean): Promise<Watcher> {
  const items: string[] = [];
  const watcher = defineInterface({
    name: WATCHER,
    properties: {
      IsStatusNotifierHostRegistered: { type: 'b', access: 'read', value: hasHost },
      ProtocolVersion: { type: 'i', access: 'read', value: 0 },
      RegisteredStatusNotifierItems: { type: 'as', access: 'read', get: () => items },
    },
    methods: {
      RegisterStatusNotifierItem: {
        in: { service: 's' },
        handler: ({ service }: { service: string }) => {
          if (!items.includes(service)) items.push(service);
          return null;
        },
      },
    },
  });
  const exported = await bus.export(WATCHER_PATH, watcher);
  const changed = bus.mangle('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameOwnerChanged');
  const forget = ([name, , owner]: readonly [string, string, string]): void => {
    if (owner === '' && items.includes(name)) items.splice(items.indexOf(name), 1);
  };
  bus.signals.on(changed, forget);
  const subscription = await bus.watch("type='signal',member='NameOwnerChanged'");
  const name = await bus.ownName(WATCHER, REPLACE_EXISTING);
  if (!name.isPrimaryOwner) throw new Error('The bus has another watcher');
  return {
    items: () => [...items],
    stop: async () => {
      await name.release();
      await exported.remove();
      await subscription.remove();
      bus.signals.off(changed, forget);
    },
  };
}

async function lookAt(bus: MessageBus, service: string): Promise<TrayItem> {
  const call = async (
    path: string,
    [owner, member]: readonly [string, string],
    signature: string,
    ...body: readonly unknown[]
  ): Promise<unknown> => {
    const message = { destination: service, path, interface: owner, member };
    const answer: unknown = await bus.invoke(
      signature === '' ? message : { ...message, signature, body: [...body] },
    );
    return answer;
  };
  const properties = async (): Promise<Readonly<Record<string, unknown>>> =>
    Object(await call(ITEM_PATH, ['org.freedesktop.DBus.Properties', 'GetAll'], 's', ITEM));
  const menuPath = String((await properties())['Menu']);
  const ask: TrayItem['ask'] = (method, signature, ...args) =>
    call(menuPath, [MENU, method], signature, ...args);

  const signals: SignalSeen[] = [];
  bus.connection.on('message', (message) => {
    if (message.type === 4 && [ITEM_PATH, menuPath].includes(message.path ?? ''))
      signals.push({ name: message.member ?? '', body: message.body ?? [] });
  });
  await bus.watch(`type='signal',sender='${service}'`);

  return {
    properties,
    press: async (method) => {
      await call(ITEM_PATH, [ITEM, method], 'ii', 3, 4);
    },
    scroll: async () => {
      await call(ITEM_PATH, [ITEM, 'Scroll'], 'is', 1, 'vertical');
    },
    menu: async ({ parent = 0, depth = -1, names = [] } = {}) => {
      const answer = await ask('GetLayout', 'iias', parent, depth, names);
      const [revision, root] = answer as [number, WireLine];
      return { revision, root: readLine(root) };
    },
    ask,
    choose: async (id) => {
      await ask('Event', 'isvu', id, 'clicked', ['i', 0], 0);
    },
    signals,
  };
}

type WireLine = readonly [number, Readonly<Record<string, unknown>>, readonly WireLine[]];

const readLine = ([id, properties, children]: WireLine): MenuLine => ({
  id,
  properties,
  children: children.map(readLine),
});

/** The line with a label, wherever it is. */
export function lineOf(line: MenuLine, label: string): MenuLine {
  const find = (from: MenuLine): MenuLine | undefined =>
    from.properties['label'] === label
      ? from
      : from.children.map(find).find((found) => found !== undefined);
  const found = find(line);
  if (found === undefined) throw new Error(`The menu has no line ${label}`);
  return found;
}
