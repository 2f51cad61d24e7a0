import { uuidOf } from '../world/ids.ts';
import type { SampleTask, SampleWorkspace } from './model.ts';
import type {
  SampleChannel,
  SampleChecklist,
  SampleComment,
  SampleDoc,
  SampleMessage,
  SamplePage,
  SampleRelation,
} from './records.ts';
import { DAY, MINUTE, type TaskSources } from './task-sources.ts';
import {
  LIST_COMMENTS,
  WRITTEN_CHANNELS,
  WRITTEN_CHECKLISTS,
  WRITTEN_COMMENTS,
  WRITTEN_DEPENDENCIES,
  WRITTEN_DOCS,
} from './written-talk.ts';

const SEED = 57;

/** The id of a person by initials; 0 for nobody, which a test excludes. */
const personBy = (initials: string, { people }: TaskSources): number =>
  people.find((person) => person.initials === initials)?.id ?? 0;

/** What has been said under tasks and Lists. */
export function comments(
  tasks: readonly SampleTask[],
  sources: TaskSources,
): readonly SampleComment[] {
  const made: SampleComment[] = [];
  const say = (on: SampleComment['on'], who: string, text: string, ago: number, to?: string) => {
    const comment: SampleComment = {
      id: String(90_120_021_334_400 + made.length * 11),
      on,
      userId: personBy(who, sources),
      text,
      createdAt: sources.now - ago * MINUTE,
      assigneeId: to === undefined ? null : personBy(to, sources),
      assignedById: to === undefined ? null : personBy(who, sources),
      resolved: false,
    };
    made.push(comment);
    return comment;
  };
  for (const { task, who, text, ago, replies = [], assignee } of WRITTEN_COMMENTS) {
    const id = tasks.find(({ name }) => name === task)?.id ?? '';
    const comment = say({ kind: 'task', id }, who, text, ago, assignee);
    for (const reply of replies) {
      say({ kind: 'comment', id: comment.id }, reply.who, reply.text, reply.ago);
    }
  }
  for (const { path, who, text, ago } of LIST_COMMENTS) {
    const id = sources.lists.find((planted) => planted.path === path)?.list.id ?? '';
    say({ kind: 'list', id }, who, text, ago);
  }
  return made;
}

/** Gives hand-written tasks their checklists. */
export function withChecklists(task: SampleTask, { now }: TaskSources): SampleTask {
  const checklists = WRITTEN_CHECKLISTS.filter((plan) => plan.task === task.name).map(
    ({ name, items }, index): SampleChecklist => ({
      id: uuidOf(SEED, task.orderIndex * 10 + index),
      name,
      creatorId: task.creatorId,
      createdAt: now - 2 * DAY,
      items: items.map((text, position) => ({
        id: uuidOf(SEED + 1, task.orderIndex * 100 + position),
        name: text.replace(/^x /, ''),
        assigneeId: null,
        resolved: text.startsWith('x '),
        parentId: null,
        createdAt: now - 2 * DAY,
      })),
    }),
  );
  return checklists.length === 0 ? task : { ...task, checklists };
}

/** Which hand-written tasks wait for which. */
export function dependencies(
  tasks: readonly SampleTask[],
  { now }: TaskSources,
): readonly SampleRelation[] {
  return WRITTEN_DEPENDENCIES.flatMap((plan) => {
    const waiting = tasks.find(({ name }) => name === plan.waits);
    const other = tasks.find(({ name }) => name === plan.for);
    if (waiting === undefined || other === undefined) return [];
    return [
      {
        id: `dependency ${waiting.id} ${other.id}`,
        kind: 'dependency',
        taskId: waiting.id,
        otherId: other.id,
        userId: waiting.creatorId,
        createdAt: now - DAY,
      },
    ];
  });
}

/** The channels of a Workspace and what was written in them. */
export function chat(workspace: SampleWorkspace, sources: TaskSources) {
  const channels: SampleChannel[] = [];
  const messages: SampleMessage[] = [];
  const { now } = sources;
  for (const plan of WRITTEN_CHANNELS) {
    const memberIds =
      plan.between?.map((initials) => personBy(initials, sources)) ?? workspace.memberIds;
    const latest = Math.min(...plan.messages.map(({ ago }) => ago));
    const channel: SampleChannel = {
      id: `8ckq3-${1_372 + channels.length * 20}`,
      workspaceId: workspace.id,
      name: plan.name,
      topic: plan.topic,
      description: '',
      kind: plan.between === undefined ? 'CHANNEL' : 'DM',
      private: plan.between !== undefined,
      creatorId: memberIds[0] ?? 0,
      memberIds,
      createdAt: now - (90 - channels.length) * DAY,
      updatedAt: now - latest * MINUTE,
    };
    channels.push(channel);
    const write = (who: string, content: string, ago: number, parentId: string | null) => {
      const message: SampleMessage = {
        id: String(80_120_000_044_120 + messages.length * 17),
        channelId: channel.id,
        parentId,
        userId: personBy(who, sources),
        content,
        createdAt: now - ago * MINUTE,
        updatedAt: now - ago * MINUTE,
        resolved: false,
      };
      messages.push(message);
      return message.id;
    };
    for (const { who, text, ago, replies = [] } of plan.messages) {
      const id = write(who, text, ago, null);
      for (const reply of replies) write(reply.who, reply.text, reply.ago, id);
    }
  }
  return { channels, messages };
}

/** The Docs of a Workspace and their pages. */
export function docs(workspace: SampleWorkspace, sources: TaskSources) {
  const made: SampleDoc[] = [];
  const pages: SamplePage[] = [];
  for (const plan of WRITTEN_DOCS) {
    const creatorId = personBy(plan.who, sources);
    const createdAt = sources.now - (60 - made.length * 9) * DAY;
    const doc: SampleDoc = {
      id: `8ckq3-${2_012 + made.length * 20}`,
      workspaceId: workspace.id,
      name: plan.name,
      creatorId,
      parent: { id: workspace.id, type: 12 },
      public: false,
      archived: false,
      createdAt,
      updatedAt: createdAt + 12 * DAY,
    };
    made.push(doc);
    const idOf = new Map<string, string>();
    for (const { name, content, under } of plan.pages) {
      const id = `8ckq3-${3_040 + pages.length * 20}`;
      idOf.set(name, id);
      pages.push({
        id,
        docId: doc.id,
        parentId: (under === undefined ? null : idOf.get(under)) ?? null,
        name,
        subTitle: '',
        content,
        creatorId,
        createdAt,
        updatedAt: doc.updatedAt,
        editedById: creatorId,
      });
    }
  }
  return { docs: made, pages };
}
