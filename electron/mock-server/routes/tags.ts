import { json } from '../answer.ts';
import type { SampleTask } from '../data/model.ts';
import type { SampleTag } from '../data/records.ts';
import { colorOfTag, tagId } from '../data/tags.ts';
import { knownTags } from '../world/task-state.ts';
import { editableTask, mayOrganise, notFound, param, spaceIn } from './access.ts';
import { badField, readBody } from './body.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';

/** Tags of a Space, and which of them a task wears. Upper and lower case are the same. */
export const TAG_ROUTES: readonly Route[] = [
  get('/v2/space/{space_id}/tag', (context) => {
    const { world, now } = context;
    const tags = world.tags.listed(spaceIn(context).id, now);
    return json({
      tags: tags.map(({ name, foreground, background }) => ({
        name,
        tag_fg: foreground,
        tag_bg: background,
      })),
    });
  }),
  post('/v2/space/{space_id}/tag', createTag),
  put('/v2/space/{space_id}/tag/{tag_name}', updateTag),
  del('/v2/space/{space_id}/tag/{tag_name}', (context) => {
    const { world } = context;
    const tag = tagIn(context);
    retag(context, tag, (name) => (tagId(tag.spaceId, name) === tag.id ? [] : [name]));
    world.tags.remove(tag.id, context);
    return json({});
  }),
  post('/v2/task/{task_id}/tag/{tag_name}', (context) => {
    const { world, userId, now } = context;
    const { task, space } = editableTask(context);
    const names = [...task.tags, param(context, 'tag_name')];
    const tags = knownTags(world, space.id, names, userId, context);
    world.tasks.put({ ...task, tags, updatedAt: now }, context);
    return json({});
  }),
  del('/v2/task/{task_id}/tag/{tag_name}', (context) => {
    const { world, now } = context;
    const { task } = editableTask(context);
    const gone = param(context, 'tag_name').toLowerCase();
    const tags = task.tags.filter((name) => name.toLowerCase() !== gone);
    world.tasks.put({ ...task, tags, updatedAt: now }, context);
    return json({});
  }),
];

function tagIn(context: RouteContext): SampleTag {
  const space = spaceIn(context);
  mayOrganise(context, space.workspaceId);
  return context.world.tags.get(tagId(space.id, param(context, 'tag_name'))) ?? notFound('Tag');
}

/** Writes the tags of every task that wears one anew. */
function retag(
  { world, now, visibleFrom }: RouteContext,
  tag: SampleTag,
  rename: (name: string) => readonly string[],
): void {
  const workspaceId = world.spaces.get(tag.spaceId)?.workspaceId ?? '';
  const wears = (task: SampleTask): boolean =>
    world.lists.get(task.listId)?.spaceId === tag.spaceId &&
    task.tags.some((name) => tagId(tag.spaceId, name) === tag.id);
  for (const task of world.tasks.of(workspaceId).filter(wears)) {
    const tags = [...new Set(task.tags.flatMap(rename))];
    world.tasks.put({ ...task, tags, updatedAt: now }, { now, visibleFrom });
  }
}

/** The name and colours in `tag`; making and changing name the colours differently in ClickUp. */
function readTag(context: RouteContext) {
  const tag = readBody(context.body).object('tag');
  const name = tag?.text('name')?.trim() ?? '';
  if (name === '') badField('tag.name', 'text');
  return {
    name,
    foreground: tag?.text('tag_fg') ?? tag?.text('fg_color') ?? null,
    background: tag?.text('tag_bg') ?? tag?.text('bg_color') ?? null,
  };
}

function createTag(context: RouteContext) {
  const { world, userId } = context;
  const space = spaceIn(context);
  mayOrganise(context, space.workspaceId);
  const { name, foreground, background } = readTag(context);
  const id = tagId(space.id, name);
  if (world.tags.get(id) === null) {
    world.tags.put(
      {
        id,
        spaceId: space.id,
        name,
        foreground: foreground ?? '#ffffff',
        background: background ?? colorOfTag(name),
        creatorId: userId,
      },
      context,
    );
  }
  return json({});
}

function updateTag(context: RouteContext) {
  const { world } = context;
  const before = tagIn(context);
  const { name, foreground, background } = readTag(context);
  const tag: SampleTag = {
    ...before,
    id: tagId(before.spaceId, name),
    name,
    foreground: foreground ?? before.foreground,
    background: background ?? before.background,
  };
  if (tag.id !== before.id && world.tags.get(tag.id) !== null) {
    badField('tag.name', 'a name that no other tag of the Space has');
  }
  retag(context, before, (each) => (tagId(before.spaceId, each) === before.id ? [name] : [each]));
  if (tag.id !== before.id) world.tags.remove(before.id, context);
  world.tags.put(tag, context);
  return json({ tag: { name, fg_color: tag.foreground, bg_color: tag.background } });
}
