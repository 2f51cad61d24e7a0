import type { SampleData } from '../../../electron/mock-server/index.ts';

/** Things of the sample data to make requests with, all but `guests` in the owner’s first Workspace. */
export interface SampleIds {
  readonly user: number;
  readonly workspace: string;
  readonly space: string;
  readonly folder: string;
  readonly list: string;
  /** A List that stands in a Space itself. */
  readonly folderlessList: string;
  readonly task: string;
  readonly otherTask: string;
  /** A task with subtasks. */
  readonly parentTask: string;
  readonly checklist: string;
  readonly checklistItem: string;
  readonly comment: string;
  readonly commentedTask: string;
  /** A comment with replies. */
  readonly repliedComment: string;
  /** A Custom Field for text, and a task that has it. */
  readonly field: string;
  readonly fieldTask: string;
  /** A labelled time entry of a task. */
  readonly timeEntry: string;
  readonly trackedTask: string;
  readonly channel: string;
  readonly message: string;
  /** A message with replies. */
  readonly repliedMessage: string;
  readonly doc: string;
  readonly page: string;
  /** People who see only what was shared with them, with the Workspaces it is in: not the first. */
  readonly guests: readonly { readonly user: number; readonly workspace: string }[];
}

/** Takes the first that fits, and throws where there is none: a request would test nothing then. */
function first<T>(what: string, items: readonly T[], accept: (item: T) => boolean = () => true): T {
  const found = items.find(accept);
  if (found === undefined) throw new Error(`The sample data has no ${what} to make requests with.`);
  return found;
}

/** Looks them up. Throws where the sample data lacks one. */
export function sampleIds(data: SampleData): SampleIds {
  const workspace = first('Workspace', data.workspaces, ({ memberIds }) =>
    memberIds.includes(data.ownerId),
  );
  const spaces = data.spaces.filter((each) => each.workspaceId === workspace.id && !each.archived);
  const lists = data.lists.filter(
    (each) => !each.archived && spaces.some(({ id }) => id === each.spaceId),
  );
  const tasks = data.tasks.filter((task) => lists.some(({ id }) => id === task.listId));
  const rootsOf = (list: { readonly id: string }) =>
    tasks.filter((task) => task.listId === list.id && task.parentId === null);

  const list = first('List', lists, (each) => each.folderId !== null && rootsOf(each).length > 1);
  const task = first('task', rootsOf(list));
  const listed = first('checklist', tasks, ({ checklists }) =>
    checklists.some(({ items }) => items.length > 0),
  );
  const checklist = first('checklist', listed.checklists, ({ items }) => items.length > 0);
  const isOnTask = ({ on }: SampleData['comments'][number]): boolean =>
    on.kind === 'task' && tasks.some(({ id }) => id === on.id);
  const comment = first('comment', data.comments, isOnTask);
  const reply = first('reply', data.comments, ({ on }) => on.kind === 'comment');
  const field = first('Custom Field', data.fields, ({ type }) => type.endsWith('text'));
  const fieldTask = first('task with a Custom Field', tasks, ({ values }) => field.id in values);
  const isHere = ({ workspaceId }: { readonly workspaceId: string }): boolean =>
    workspaceId === workspace.id;
  const entry = first(
    'labelled time entry',
    data.timeEntries,
    (each) => isHere(each) && each.taskId !== null && each.tags.length > 0,
  );
  const channel = first(
    'channel',
    data.channels,
    (each) => isHere(each) && each.kind === 'CHANNEL',
  );
  const messages = data.messages.filter((each) => each.channelId === channel.id);
  const doc = first('Doc', data.docs, isHere);
  return {
    user: data.ownerId,
    workspace: workspace.id,
    space: list.spaceId,
    folder: list.folderId ?? '',
    list: list.id,
    folderlessList: first('folderless List', lists, ({ folderId }) => folderId === null).id,
    task: task.id,
    otherTask: first('second task', rootsOf(list), ({ id }) => id !== task.id).id,
    parentTask: first('task with subtasks', tasks, ({ id }) =>
      tasks.some(({ parentId }) => parentId === id),
    ).id,
    checklist: checklist.id,
    checklistItem: first('checklist item', checklist.items).id,
    comment: comment.id,
    commentedTask: comment.on.id,
    repliedComment: reply.on.id,
    field: field.id,
    fieldTask: fieldTask.id,
    timeEntry: entry.id,
    trackedTask: entry.taskId ?? '',
    channel: channel.id,
    message: first('message', messages, ({ parentId }) => parentId === null).id,
    repliedMessage:
      first('reply in a channel', messages, ({ parentId }) => parentId !== null).parentId ?? '',
    doc: doc.id,
    page: first('page', data.pages, ({ docId }) => docId === doc.id).id,
    guests: data.workspaces.flatMap(({ id, guests }) =>
      guests.map(({ userId }) => ({ user: userId, workspace: id })),
    ),
  };
}
