import { describe, expect, it } from 'vitest';
import { fail, ok } from '../contract/errors.ts';
import { noSettings } from '../storage/settings.ts';
import { createActiveChoice } from './active-choice.ts';
import { createConnectionList } from './connection-list.ts';
import {
  connectionOf,
  ID,
  memoryStore,
  northwind,
  OTHER_ID,
  studio,
} from './fakes.test-support.ts';
import { noConnections } from './stored-connections.ts';

const NOT_FOUND = fail({ kind: 'notFound', said: null });

const world = () => {
  const settings = memoryStore(noSettings);
  const list = createConnectionList(memoryStore(noConnections));
  list.put(connectionOf());
  list.put(connectionOf({ id: OTHER_ID, workspaces: [northwind] }));
  return { settings, list, choice: createActiveChoice(list, settings) };
};

describe('the active choice', () => {
  it('is nothing at first', () => {
    const { choice } = world();
    expect(choice.connection()).toBeNull();
    expect(choice.workspaceId()).toBeNull();
    expect(choice.chooseWorkspace('900')).toEqual(NOT_FOUND);
  });

  it('remembers the connection and a Workspace for each', () => {
    const { choice, settings, list } = world();
    choice.activate(ID);
    expect(choice.chooseWorkspace('901')).toEqual(ok(null));
    choice.activate(OTHER_ID);
    choice.activate(ID);
    const again = createActiveChoice(list, settings);
    expect(again.connection()?.id).toBe(ID);
    expect(again.workspaceId()).toBe('901');
  });

  it('takes the only Workspace there is without being told', () => {
    const { choice } = world();
    choice.activate(OTHER_ID);
    expect(choice.workspaceId()).toBe('900');
    choice.activate(ID);
    expect(choice.workspaceId()).toBeNull();
  });

  it('is nothing where there is no Workspace at all', () => {
    const { choice, list } = world();
    list.note(OTHER_ID, { workspaces: [] });
    choice.activate(OTHER_ID);
    expect(choice.workspaceId()).toBeNull();
  });

  it.each(['902', '', '__proto__'])('refuses the Workspace %j', (workspaceId) => {
    const { choice } = world();
    choice.activate(ID);
    expect(choice.chooseWorkspace(workspaceId)).toEqual(NOT_FOUND);
    expect(choice.workspaceId()).toBeNull();
  });

  it('drops a Workspace that is no longer there', () => {
    const { choice, list } = world();
    choice.activate(ID);
    choice.chooseWorkspace('901');
    list.note(ID, { workspaces: [northwind, { ...studio, id: '905' }] });
    expect(choice.workspaceId()).toBeNull();
  });

  it('goes on to another connection when its own is forgotten', () => {
    const { choice, list, settings } = world();
    choice.activate(ID);
    choice.chooseWorkspace('901');
    list.remove(ID);
    choice.forget(ID);
    expect(choice.connection()?.id).toBe(OTHER_ID);
    expect(settings.read().workspaceByConnection).toEqual({});
    list.remove(OTHER_ID);
    choice.forget(OTHER_ID);
    expect(choice.connection()).toBeNull();
  });

  it('stays where another connection is forgotten', () => {
    const { choice } = world();
    choice.activate(ID);
    choice.chooseWorkspace('901');
    choice.forget(OTHER_ID);
    expect(choice.connection()?.id).toBe(ID);
    expect(choice.workspaceId()).toBe('901');
  });

  it('holds for this run where the settings cannot be written', () => {
    const { choice, settings } = world();
    settings.refuse({ kind: 'storage', cause: 'newer' });
    choice.activate(ID);
    expect(choice.chooseWorkspace('901')).toEqual(ok(null));
    expect(choice.connection()?.id).toBe(ID);
    expect(choice.workspaceId()).toBe('901');
    expect(settings.read()).toEqual(noSettings);
  });
});
