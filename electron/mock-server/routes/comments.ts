import { badParameter, json } from '../answer.ts';
import type { SampleComment } from '../data/records.ts';
import { commentWire } from '../wire/comment.ts';
import { removeComments } from '../world/removal.ts';
import {
  editableTask,
  listBy,
  listIn,
  mayWrite,
  notFound,
  param,
  taskIn,
  taskNamed,
} from './access.ts';
import { badField, readBody, type Body } from './body.ts';
import { del, get, post, put, type Route, type RouteContext } from './route.ts';
import { peopleOf } from './task-fields.ts';

const COMMENTS_A_PAGE = 25;

/** Comments on tasks and Lists and the replies below them. */
export const COMMENT_ROUTES: readonly Route[] = [
  get('/v2/task/{task_id}/comment', (context) => list(context, `task:${taskIn(context).task.id}`)),
  post('/v2/task/{task_id}/comment', (context) => {
    const { task, workspaceId } = editableTask(context);
    return create(context, { kind: 'task', id: task.id }, workspaceId);
  }),
  get('/v2/list/{list_id}/comment', (context) => list(context, `list:${listIn(context).list.id}`)),
  post('/v2/list/{list_id}/comment', (context) => {
    const { list, space } = listIn(context);
    mayWrite(context, space.workspaceId);
    return create(context, { kind: 'list', id: list.id }, space.workspaceId);
  }),
  get('/v2/comment/{comment_id}/reply', (context) => {
    const { world, now } = context;
    const { comment } = commentIn(context);
    const replies = world.comments.listed(`comment:${comment.id}`, now);
    return json({ comments: replies.map((reply) => commentWire(reply, world)) });
  }),
  post('/v2/comment/{comment_id}/reply', (context) => {
    const { comment, workspaceId } = commentIn(context);
    mayWrite(context, workspaceId);
    return create(context, { kind: 'comment', id: comment.id }, workspaceId);
  }),
  put('/v2/comment/{comment_id}', update),
  del('/v2/comment/{comment_id}', (context) => {
    const { comment, workspaceId } = commentIn(context);
    mayWrite(context, workspaceId);
    removeComments(context.world, `comment:${comment.id}`, context);
    context.world.comments.remove(comment.id, context);
    return json({});
  }),
];

/** Newest first, 25 at a time; `start` and `start_id` name the last comment of the page before. */
function list({ world, query, now }: RouteContext, about: string) {
  const start = query.time('start');
  const startId = query.text('start_id');
  if ((start === null) !== (startId === null)) {
    badParameter('start', 'given together with start_id');
  }
  const newestFirst = world.comments
    .listed(about, now)
    .toSorted((a, b) => b.createdAt - a.createdAt || Number(b.id) - Number(a.id));
  const before = newestFirst.findIndex(({ id }) => id === startId);
  const older =
    before >= 0
      ? newestFirst.slice(before + 1)
      : newestFirst.filter(({ createdAt }) => start === null || createdAt < start);
  return json({
    comments: older.slice(0, COMMENTS_A_PAGE).map((comment) => commentWire(comment, world)),
  });
}

/** The comment of the path and the Workspace of the task or List that it is about in the end. */
function commentIn(context: RouteContext): {
  readonly comment: SampleComment;
  readonly workspaceId: string;
} {
  const { comments } = context.world;
  const comment = comments.get(param(context, 'comment_id')) ?? notFound('Comment');
  let root = comment;
  while (root.on.kind === 'comment') root = comments.get(root.on.id) ?? notFound('Comment');
  return {
    comment,
    workspaceId:
      root.on.kind === 'task'
        ? taskNamed(context, root.on.id).workspaceId
        : listBy(context, root.on.id).space.workspaceId,
  };
}

/** `comment_text`, or the texts of `comment`, ClickUp's form for formatted ones, one after another. */
function readText(body: Body): string | undefined {
  const text = body.text('comment_text');
  if (text !== undefined) return text;
  return body
    .list('comment')
    ?.map((part) => readBody(part).text('text') ?? '')
    .join('');
}

function create(context: RouteContext, on: SampleComment['on'], workspaceId: string) {
  const { world, userId, now } = context;
  const body = readBody(context.body);
  const text = readText(body)?.trim() ?? '';
  if (text === '') badField('comment_text', 'text');
  const assignee = body.integerOrNull('assignee') ?? null;
  if (assignee !== null) peopleOf(context, workspaceId, [assignee], 'assignee');
  const id = world.ids.comment();
  const comment: SampleComment = {
    id,
    on,
    userId,
    text,
    createdAt: now,
    assigneeId: assignee,
    assignedById: assignee === null ? null : userId,
    resolved: false,
  };
  world.comments.put(comment, context);
  return json({ id, hist_id: world.ids.uuid(), date: now });
}

function update(context: RouteContext) {
  const { world, userId } = context;
  const { comment, workspaceId } = commentIn(context);
  mayWrite(context, workspaceId);
  const body = readBody(context.body);
  const assignee = body.integerOrNull('assignee');
  if (typeof assignee === 'number') peopleOf(context, workspaceId, [assignee], 'assignee');
  world.comments.put(
    {
      ...comment,
      text: readText(body) ?? comment.text,
      resolved: body.flag('resolved') ?? comment.resolved,
      assigneeId: assignee === undefined ? comment.assigneeId : assignee,
      assignedById: assignee === undefined ? comment.assignedById : assignee && userId,
    },
    context,
  );
  return json({});
}
