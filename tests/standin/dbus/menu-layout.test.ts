import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { nativeImageFromBuffer } from '../api/native-image.ts';
import { encodePng } from '../image/encode-png.ts';
import { createMenuClass } from '../menu/menu.ts';
import { createMenuItemClass } from '../menu/menu-item.ts';
import { allNodes, findNode, layoutOf, propertyOf, readMenu } from './menu-layout.ts';

const Menu = createMenuClass({ MenuItem: () => MenuItem, windows: () => [] });
const MenuItem = createMenuItemClass({
  Menu: () => Menu,
  appName: () => 'Fixture',
  perform: () => false,
});

const read = (template: readonly MenuItemConstructorOptions[]) => {
  let last = 10;
  return readMenu(Menu.buildFromTemplate(template), () => (last += 1));
};
const propertiesOf = (item: MenuItemConstructorOptions) => read([item]).children[0]?.properties;

describe('an item on the desktop', () => {
  test.each<[string, MenuItemConstructorOptions, object]>([
    ['shows its label', { label: 'Open' }, { label: ['s', 'Open'] }],
    ['marks a mnemonic', { label: '&Open R&&D_1' }, { label: ['s', '_Open R&D__1'] }],
    ['is disabled', { label: '', enabled: false }, { enabled: ['b', false] }],
    ['is hidden', { label: '', visible: false }, { visible: ['b', false] }],
    [
      'shows its keys',
      { label: '', accelerator: 'CmdOrCtrl+Shift+PageUp' },
      { shortcut: ['aas', [['Control', 'Shift', 'Page_Up']]] },
    ],
    ['shows no keys nobody knows', { label: '', accelerator: 'Ctrl+Nothing' }, {}],
    [
      'is a check box',
      { label: '', type: 'checkbox', checked: true },
      { 'toggle-type': ['s', 'checkmark'], 'toggle-state': ['i', 1] },
    ],
    [
      'is a radio button',
      { label: '', type: 'radio' },
      { 'toggle-type': ['s', 'radio'], 'toggle-state': ['i', 0] },
    ],
    [
      'has a submenu',
      { label: '', submenu: [{ label: 'A' }] },
      { 'children-display': ['s', 'submenu'] },
    ],
  ])('%s', (_name, item, properties) => {
    expect(propertiesOf(item)).toEqual(properties);
  });

  test('is a separator', () => {
    const menu = read([{ label: 'A' }, { type: 'separator' }, { label: 'B' }]);
    expect(menu.children[1]?.properties).toEqual({ type: ['s', 'separator'] });
  });

  test('shows its image', () => {
    const png = encodePng({ width: 1, height: 1, rgba: Buffer.from([1, 2, 3, 255]) });
    const icon = nativeImageFromBuffer(png) as unknown as Electron.NativeImage;
    expect(propertiesOf({ label: '', icon })).toEqual({ 'icon-data': ['ay', png] });
    expect(propertiesOf({ label: '', icon: '/none.png' })).toEqual({});
  });
});

describe('the layout', () => {
  const menu = read([
    { label: 'A' },
    { label: 'More', submenu: [{ label: 'B', enabled: false, submenu: [{ label: 'C' }] }] },
  ]);

  test('is the whole tree, ids in no order but unique', () => {
    const ids = allNodes(menu).map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(findNode(menu, 0)).toBe(menu);
    expect(findNode(menu, 99)).toBeUndefined();
    const shape = (node: typeof menu): unknown => [
      node.properties['label']?.[1],
      ...node.children.map(shape),
    ];
    expect(shape(menu)).toEqual([undefined, ['A'], ['More', ['B', ['C']]]]);
  });

  test('goes as deep as asked', () => {
    const depthOf = (layout: ReturnType<typeof layoutOf>): number =>
      Math.max(0, ...layout[2].map(([, child]) => 1 + depthOf(child)));
    expect([-1, 0, 1, 2, 9].map((depth) => depthOf(layoutOf(menu, depth, [])))).toEqual([
      3, 0, 1, 2, 3,
    ]);
  });

  test('gives the properties asked for', () => {
    const names = (layout: ReturnType<typeof layoutOf>): string[] => [
      ...layout[1].map(([name]) => name),
      ...layout[2].flatMap(([, child]) => names(child)),
    ];
    expect(new Set(names(layoutOf(menu, -1, ['enabled', 'none'])))).toEqual(new Set(['enabled']));
    expect(new Set(names(layoutOf(menu, -1, [])))).toEqual(
      new Set(['label', 'enabled', 'children-display']),
    );
  });

  test('knows what is not given', () => {
    const [first] = menu.children;
    if (first === undefined) throw new Error('The menu is empty');
    expect(propertyOf(first, 'label')).toEqual(['s', 'A']);
    expect(propertyOf(first, 'enabled')).toEqual(['b', true]);
    expect(propertyOf(first, 'toggle-state')).toEqual(['i', -1]);
    expect(propertyOf(first, 'taste')).toBeUndefined();
  });

  test('of no menu is an empty one', () => {
    expect(
      layoutOf(
        readMenu(null, () => 1),
        -1,
        [],
      ),
    ).toEqual([0, [['children-display', ['s', 'submenu']]], []]);
  });
});
