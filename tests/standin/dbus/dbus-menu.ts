import type { InterfaceDefinition } from 'dbus-native';
import type { Menu } from '../menu/menu.ts';
import {
  allNodes,
  entriesOf,
  findNode,
  layoutOf,
  type MenuNode,
  propertyOf,
  readMenu,
  ROOT_ID,
} from './menu-layout.ts';

/** An event of the desktop: id, `clicked` and others, data, time. */
type MenuEvent = readonly [id: number, type: string, data: unknown, time: number];

/** Both are served at a bus, which knows an error by its `dbusName`. */
const refusal = (message: string): Error =>
  Object.assign(new Error(message), { dbusName: 'org.freedesktop.DBus.Error.InvalidArgs' });

/** A menu published as `com.canonical.dbusmenu`. */
export interface PublishedMenu {
  readonly definition: InterfaceDefinition;
  /** Reads the menu anew; gives the new revision, for LayoutUpdated. */
  replace(menu: Menu | null): number;
}

/**
 * Publishes a menu as libdbusmenu's interface describes it, to the extent Electron does: a menu is
 * replaced as a whole. `click` chooses an item.
 */
export function publishMenu(
  menu: Menu | null,
  click: (item: NonNullable<MenuNode['item']>) => void,
): PublishedMenu {
  let lastId = ROOT_ID;
  let revision = 1;
  const read = (from: Menu | null): MenuNode => readMenu(from, () => (lastId += 1));
  let root = read(menu);

  const nodeOf = (id: number): MenuNode => {
    const node = findNode(root, id);
    if (node === undefined) throw refusal(`The menu has no item ${id}`);
    return node;
  };
  const receive = ([id, type]: MenuEvent): void => {
    const { item } = nodeOf(id);
    if (type === 'clicked' && item !== null && item.type !== 'separator') click(item);
  };
  const aboutToShow = (id: number): void => nodeOf(id).item?.submenu?.announce();
  /** Does it for each; gives back the ids that the menu has not. */
  const forEachKnown = (ids: readonly number[], act: (index: number) => void): number[] =>
    ids.filter((id, index) => {
      if (findNode(root, id) === undefined) return true;
      act(index);
      return false;
    });

  const definition: InterfaceDefinition = {
    name: 'com.canonical.dbusmenu',
    properties: {
      Version: { type: 'u', access: 'read', value: 3 },
      TextDirection: { type: 's', access: 'read', value: 'ltr' },
      Status: { type: 's', access: 'read', value: 'normal' },
      IconThemePath: { type: 'as', access: 'read', value: [] },
    },
    methods: {
      GetLayout: {
        in: { parentId: 'i', recursionDepth: 'i', propertyNames: 'as' },
        out: { revision: 'u', layout: '(ia{sv}av)' },
        handler: (args: { parentId: number; recursionDepth: number; propertyNames: string[] }) => {
          if (args.recursionDepth < -1) throw refusal('The depth is below -1');
          const layout = layoutOf(nodeOf(args.parentId), args.recursionDepth, args.propertyNames);
          return { revision, layout };
        },
      },
      GetGroupProperties: {
        in: { ids: 'ai', propertyNames: 'as' },
        out: { properties: 'a(ia{sv})' },
        handler: ({ ids, propertyNames }: { ids: number[]; propertyNames: string[] }) =>
          allNodes(root)
            .filter(({ id }) => ids.length === 0 || ids.includes(id))
            .map((node) => [node.id, entriesOf(node, propertyNames)]),
      },
      GetProperty: {
        in: { id: 'i', name: 's' },
        out: { value: 'v' },
        handler: ({ id, name }: { id: number; name: string }) => {
          const property = propertyOf(nodeOf(id), name);
          if (property === undefined) throw refusal(`No item has a property ${name}`);
          return property;
        },
      },
      Event: {
        in: { id: 'i', eventId: 's', data: 'v', timestamp: 'u' },
        handler: (args: { id: number; eventId: string; data: unknown; timestamp: number }) => {
          receive([args.id, args.eventId, args.data, args.timestamp]);
          return null;
        },
      },
      EventGroup: {
        in: { events: 'a(isvu)' },
        out: { idErrors: 'ai' },
        handler: ({ events }: { events: readonly MenuEvent[] }) =>
          forEachKnown(
            events.map(([id]) => id),
            (index) => events.slice(index, index + 1).forEach(receive),
          ),
      },
      AboutToShow: {
        in: { id: 'i' },
        out: { needUpdate: 'b' },
        handler: ({ id }: { id: number }) => {
          aboutToShow(id);
          return false;
        },
      },
      AboutToShowGroup: {
        in: { ids: 'ai' },
        out: { updatesNeeded: 'ai', idErrors: 'ai' },
        handler: ({ ids }: { ids: number[] }) => ({
          updatesNeeded: [],
          idErrors: forEachKnown(ids, (index) => ids.slice(index, index + 1).forEach(aboutToShow)),
        }),
      },
    },
    signals: {
      ItemsPropertiesUpdated: { args: { updatedProps: 'a(ia{sv})', removedProps: 'a(ias)' } },
      LayoutUpdated: { args: { revision: 'u', parent: 'i' } },
      ItemActivationRequested: { args: { id: 'i', timestamp: 'u' } },
    },
  };
  return {
    definition,
    replace: (next) => {
      root = read(next);
      revision += 1;
      return revision;
    },
  };
}
