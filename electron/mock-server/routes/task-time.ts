import { json } from '../answer.ts';
import { personById } from '../wire/people.ts';
import { taskIn } from './access.ts';
import { get, type Route, type RouteContext } from './route.ts';

/** Time tracked on one task by person, ClickUp's older view of the same entries. */
export const TASK_TIME_ROUTES: readonly Route[] = [get('/v2/task/{task_id}/time', trackedOn)];

function trackedOn(context: RouteContext) {
  const { world } = context;
  const { task, workspaceId } = taskIn(context);
  const entries = world.timeEntries
    .of(workspaceId)
    .filter(({ taskId, end }) => taskId === task.id && end !== null);
  const byUser = Map.groupBy(entries, ({ userId }) => userId);
  return json({
    data: [...byUser].map(([userId, own]) => ({
      user: personById(userId, world),
      time: own.reduce((sum, { start, end }) => sum + (end ?? start) - start, 0),
      intervals: own.map(({ id, start, end, at }) => ({
        id,
        start: String(start),
        end: end === null ? null : String(end),
        time: String((end ?? start) - start),
        source: 'clickup',
        date_added: String(at),
      })),
    })),
  });
}
