import type { SampleComment } from '../data/records.ts';
import type { World } from '../world.ts';
import { personById } from './people.ts';

/** A comment as tasks, Lists and threads tell it; its number of replies is a text. */
export const commentWire = (comment: SampleComment, world: World) => ({
  id: comment.id,
  comment: [{ text: comment.text }],
  comment_text: comment.text,
  user: personById(comment.userId, world),
  resolved: comment.resolved,
  assignee: personById(comment.assigneeId, world),
  assigned_by: personById(comment.assignedById, world),
  reactions: [],
  date: String(comment.createdAt),
  reply_count: String(world.comments.of(`comment:${comment.id}`).length),
});
