import type { SampleList } from '../data/model.ts';
import type { SampleField } from '../data/records.ts';
import type { World } from '../world.ts';

/** The Custom Fields that apply to the tasks of a List: its own and those of what holds it. */
export function fieldsFor(list: SampleList, world: World): readonly SampleField[] {
  const space = world.spaces.get(list.spaceId);
  return [
    ...world.fields.of(`team:${space?.workspaceId ?? ''}`),
    ...world.fields.of(`space:${list.spaceId}`),
    ...(list.folderId === null ? [] : world.fields.of(`folder:${list.folderId}`)),
    ...world.fields.of(`list:${list.id}`),
  ];
}
