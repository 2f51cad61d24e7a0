import { expect, notesOf } from '../support/fixture-app.ts';
import { lineOf } from '../support/status-notifier.ts';
import { type FixtureNotes, namesSeen, shown, test } from '../support/tray-desktop.ts';

test('the menu is on the bus with its submenus and states', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  const { root } = await item.menu();
  expect(root.children.map(({ properties }) => properties)).toEqual([
    { label: 'Fixture', enabled: false },
    { type: 'separator' },
    { label: 'More', 'children-display': 'submenu' },
    { label: 'Quit', shortcut: [['Control', 'q']] },
  ]);
  expect(lineOf(root, 'More').children.map(({ properties }) => properties)).toEqual([
    { label: 'Greet' },
  ]);
  await app.evaluate(({ Menu }) => {
    const menu = Menu.buildFromTemplate([
      { label: '&On', type: 'checkbox', checked: true },
      { label: 'One', type: 'radio', checked: true },
      { label: 'Two', type: 'radio' },
      { label: 'Gone', visible: false },
    ]);
    (globalThis as unknown as FixtureNotes).notes.tray.setContextMenu(menu);
  });
  await expect.poll(namesSeen(item)).toContain('LayoutUpdated');
  const changed = await item.menu();
  expect(changed.root.children.map(({ properties }) => properties)).toEqual([
    { label: '_On', 'toggle-type': 'checkmark', 'toggle-state': 1 },
    { label: 'One', 'toggle-type': 'radio', 'toggle-state': 1 },
    { label: 'Two', 'toggle-type': 'radio', 'toggle-state': 0 },
    { label: 'Gone', visible: false },
  ]);
});

test('the menu is given in parts', async ({ launch, session }) => {
  const { item } = await shown(launch, session);
  const { root } = await item.menu();
  const more = lineOf(root, 'More');
  const shallow = await item.menu({ depth: 1, names: ['label'] });
  expect(shallow.root.properties).toEqual({});
  expect(lineOf(shallow.root, 'More')).toEqual({
    id: more.id,
    properties: { label: 'More' },
    children: [],
  });
  expect((await item.menu({ parent: more.id })).root).toEqual(more);
  await expect(item.menu({ parent: 4711 })).rejects.toThrow('no item 4711');
  await expect(item.menu({ depth: -2 })).rejects.toThrow('depth');

  const ids = [more.id, 4711, ...more.children.map(({ id }) => id)];
  expect(await item.ask('GetGroupProperties', 'aias', ids, ['label'])).toEqual([
    [more.id, { label: 'More' }],
    [more.children[0]?.id, { label: 'Greet' }],
  ]);
  expect(await item.ask('GetGroupProperties', 'aias', [], [])).toHaveLength(6);
  expect(await item.ask('GetProperty', 'is', more.id, 'label')).toBe('More');
  expect(await item.ask('GetProperty', 'is', more.id, 'toggle-state')).toBe(-1);
  await expect(item.ask('GetProperty', 'is', more.id, 'taste')).rejects.toThrow('taste');
});

test('a click on a line of the menu reaches the app', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  const { root } = await item.menu();
  const greet = lineOf(root, 'Greet').id;
  const clicks = async () => (await notesOf(app)).filter(([name]) => name === 'clicked').length;
  await item.choose(greet);
  await expect.poll(clicks).toBe(1);

  const event = (id: number, type: string) => [id, type, ['i', 0], 0];
  const group = [event(greet, 'clicked'), event(4711, 'clicked'), event(greet, 'hovered')];
  expect(await item.ask('EventGroup', 'a(isvu)', group)).toEqual([4711]);
  await expect.poll(clicks).toBe(2);
  await expect(item.choose(4711)).rejects.toThrow('no item 4711');
});

test('a submenu that is about to be seen says so to the app', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  await app.evaluate(({ Menu }) => {
    const { tray, events } = (globalThis as unknown as FixtureNotes).notes;
    const submenu = Menu.buildFromTemplate([{ label: 'Deep', type: 'radio' }]);
    submenu.on('menu-will-show', () => events.push(['seen']));
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Sub', submenu }]));
  });
  await expect.poll(namesSeen(item)).toContain('LayoutUpdated');
  const { id } = lineOf((await item.menu()).root, 'Sub');
  expect(await item.ask('AboutToShow', 'i', id)).toBe(false);
  expect(await item.ask('AboutToShow', 'i', 0)).toBe(false);
  expect(await item.ask('AboutToShowGroup', 'ai', [id, 4711])).toEqual([[], [4711]]);
  expect((await notesOf(app)).filter(([name]) => name === 'seen')).toHaveLength(2);
});

test('a replaced menu is announced, and the old one’s lines are gone', async ({
  launch,
  session,
}) => {
  const { app, item } = await shown(launch, session);
  const before = await item.menu();
  await app.evaluate(({ Menu }) => {
    const { tray } = (globalThis as unknown as FixtureNotes).notes;
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'New' }]));
    tray.setContextMenu(null);
  });
  await expect
    .poll(() => item.signals)
    .toEqual([
      { name: 'LayoutUpdated', body: [before.revision + 1, 0] },
      { name: 'LayoutUpdated', body: [before.revision + 2, 0] },
    ]);
  expect((await item.menu()).root.children).toEqual([]);
  await expect(item.choose(lineOf(before.root, 'Greet').id)).rejects.toThrow('no item');
});

test('an error in a handler is the app’s and not the desktop’s', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  await app.evaluate(({ Menu }) => {
    const { tray, events } = (globalThis as unknown as FixtureNotes).notes;
    process.on('uncaughtException', (error) => events.push(['uncaught', error.message]));
    const fail = () => {
      throw new Error('clumsy');
    };
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Fail', click: fail }]));
  });
  await expect.poll(namesSeen(item)).toContain('LayoutUpdated');
  await item.choose(lineOf((await item.menu()).root, 'Fail').id);
  await expect.poll(() => notesOf(app)).toContainEqual(['uncaught', 'clumsy']);
});
