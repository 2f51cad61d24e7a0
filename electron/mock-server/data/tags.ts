import type { SampleTask } from './model.ts';
import type { SampleTag } from './records.ts';

const BACKGROUNDS = ['#0f8a6d', '#2760d8', '#b660e0', '#c2410c', '#5f6570', '#be185d', '#0e7490'];

/** A tag has no id in ClickUp: its Space and its name, which ignores case, tell it apart. */
export const tagId = (spaceId: string, name: string): string => `${spaceId} ${name.toLowerCase()}`;

/** Always the same colour for a name, so that tags made on the fly look like the others. */
export const colorOfTag = (name: string): string =>
  BACKGROUNDS[[...name].reduce((sum, letter) => sum + letter.length * 7 + name.length, 0) % 7] ??
  '#5f6570';

/** The tags that tasks wear, each once a Space. */
export function tagsOf(
  tasks: readonly SampleTask[],
  spaceOf: (listId: string) => string,
): readonly SampleTag[] {
  const tags = new Map<string, SampleTag>();
  for (const task of tasks) {
    for (const name of task.tags) {
      const spaceId = spaceOf(task.listId);
      const id = tagId(spaceId, name);
      if (tags.has(id)) continue;
      tags.set(id, {
        id,
        spaceId,
        name,
        foreground: '#ffffff',
        background: colorOfTag(name),
        creatorId: task.creatorId,
      });
    }
  }
  return [...tags.values()];
}
