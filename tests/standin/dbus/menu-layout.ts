import { NativeImage, nativeImageFromPath } from '../api/native-image.ts';
import type { Menu } from '../menu/menu.ts';
import type { MenuItem } from '../menu/menu-item.ts';
import { shortcutOf } from './shortcut.ts';

/** A value with its D-Bus type, as a variant is written. */
export type Property = readonly [signature: string, value: unknown];
export type Properties = Readonly<Record<string, Property>>;

/** One line of a published menu: what it showed when the menu was published, and what it stands for. */
export interface MenuNode {
  readonly id: number;
  readonly properties: Properties;
  readonly children: readonly MenuNode[];
  readonly item: MenuItem | null;
}

export const ROOT_ID = 0;

/** What a property that is not given means (dbusmenu's specification); it names every property there is. */
const DEFAULTS: Properties = {
  type: ['s', 'standard'],
  label: ['s', ''],
  enabled: ['b', true],
  visible: ['b', true],
  'icon-name': ['s', ''],
  'icon-data': ['ay', Buffer.alloc(0)],
  shortcut: ['aas', []],
  'toggle-type': ['s', ''],
  'toggle-state': ['i', -1],
  'children-display': ['s', ''],
};

/**
 * Reads a menu as it is now into what dbusmenu shows. A later change of an item is not seen, as in
 * Electron on Linux. `nextId` gives ids that were not used before, so that a click on an old menu
 * reaches nothing new.
 */
export function readMenu(menu: Menu | null, nextId: () => number): MenuNode {
  const read = (item: MenuItem): MenuNode => ({
    id: nextId(),
    properties: propertiesOf(item),
    children: item.submenu?.items.map(read) ?? [],
    item,
  });
  return {
    id: ROOT_ID,
    properties: { 'children-display': ['s', 'submenu'] },
    children: menu?.items.map(read) ?? [],
    item: null,
  };
}

/** The properties of an item that differ from the defaults. */
function propertiesOf(item: MenuItem): Properties {
  const label = mnemonicLabel(item.label);
  const shortcut = item.accelerator === null ? null : shortcutOf(item.accelerator);
  const icon = iconOf(item.icon);
  return {
    ...(label === '' ? {} : { label: ['s', label] }),
    ...(item.enabled ? {} : { enabled: ['b', false] }),
    ...(item.visible ? {} : { visible: ['b', false] }),
    ...(icon === null ? {} : { 'icon-data': ['ay', icon] }),
    ...(shortcut === null ? {} : { shortcut: ['aas', [shortcut]] }),
    ...kindOf(item),
  };
}

function kindOf({ type, checked }: MenuItem): Properties {
  const state: Property = ['i', checked ? 1 : 0];
  switch (type) {
    case 'separator':
      return { type: ['s', 'separator'] };
    case 'checkbox':
      return { 'toggle-type': ['s', 'checkmark'], 'toggle-state': state };
    case 'radio':
      return { 'toggle-type': ['s', 'radio'], 'toggle-state': state };
    case 'submenu':
    case 'palette':
      return { 'children-display': ['s', 'submenu'] };
    case 'normal':
    case 'header':
      return {};
  }
}

/** Electron marks a mnemonic with `&` and writes `&&` for the sign; dbusmenu does so with `_`. */
const mnemonicLabel = (label: string): string =>
  label.replaceAll(/_|&&|&/gu, (sign) => (sign === '_' ? '__' : sign === '&&' ? '&' : '_'));

function iconOf(icon: unknown): Buffer | null {
  const image = typeof icon === 'string' ? nativeImageFromPath(icon) : icon;
  return image instanceof NativeImage && !image.isEmpty() ? image.toPNG() : null;
}

/** The line with an id, or undefined. */
export function findNode(node: MenuNode, id: number): MenuNode | undefined {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = findNode(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every line of a menu, from the top. */
export const allNodes = (node: MenuNode): readonly MenuNode[] => [
  node,
  ...node.children.flatMap(allNodes),
];

type Entries = readonly (readonly [name: string, value: Property])[];
/** A line as GetLayout answers it: `(ia{sv}av)`. */
export type Layout = readonly [
  id: number,
  properties: Entries,
  children: readonly (readonly ['(ia{sv}av)', Layout])[],
];

/** The properties named, or all of them where none is. */
export const entriesOf = ({ properties }: MenuNode, names: readonly string[]): Entries =>
  Object.entries(properties).filter(([name]) => names.length === 0 || names.includes(name));

/** A line with `depth` levels below it, or with everything for -1. */
export const layoutOf = (node: MenuNode, depth: number, names: readonly string[]): Layout => [
  node.id,
  entriesOf(node, names),
  depth === 0
    ? []
    : node.children.map((child) => [
        '(ia{sv}av)',
        layoutOf(child, depth === -1 ? -1 : depth - 1, names),
      ]),
];

/** One property of a line, its default where it is not given; undefined for one nobody knows. */
export const propertyOf = ({ properties }: MenuNode, name: string): Property | undefined =>
  properties[name] ?? DEFAULTS[name];
