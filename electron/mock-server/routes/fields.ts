import { json } from '../answer.ts';
import type { SampleField } from '../data/records.ts';
import { fieldWire } from '../wire/field.ts';
import { fieldsFor } from '../world/fields.ts';
import { editableTask, folderIn, listIn, notFound, param, spaceIn, workspaceIn } from './access.ts';
import { badField, readBody } from './body.ts';
import { del, get, post, type Route, type RouteContext } from './route.ts';
import { withValue } from './task-fields.ts';

const fieldsWire = (fields: readonly SampleField[]) => json({ fields: fields.map(fieldWire) });

/**
 * Custom Fields. A List tells all that apply to its tasks; a Folder, Space or Workspace only those that
 * were made there (documented for the Workspace).
 */
export const FIELD_ROUTES: readonly Route[] = [
  get('/v2/list/{list_id}/field', (context) =>
    fieldsWire(fieldsFor(listIn(context).list, context.world)),
  ),
  get('/v2/folder/{folder_id}/field', (context) =>
    fieldsWire(context.world.fields.of(`folder:${folderIn(context).folder.id}`)),
  ),
  get('/v2/space/{space_id}/field', (context) =>
    fieldsWire(context.world.fields.of(`space:${spaceIn(context).id}`)),
  ),
  get('/v2/team/{team_id}/field', (context) =>
    fieldsWire(context.world.fields.of(`team:${workspaceIn(context).id}`)),
  ),
  post('/v2/task/{task_id}/field/{field_id}', (context) => {
    const body = readBody(context.body);
    if (!body.has('value')) badField('value', 'given');
    return setValue(context, body.raw('value'));
  }),
  del('/v2/task/{task_id}/field/{field_id}', (context) => setValue(context, null)),
];

function setValue(context: RouteContext, value: unknown) {
  const { world, now } = context;
  const { task, list, workspaceId } = editableTask(context);
  const fieldId = param(context, 'field_id');
  const field = fieldsFor(list, world).find(({ id }) => id === fieldId) ?? notFound('Custom field');
  const values = withValue(context, workspaceId, field, task.values, value);
  world.tasks.put({ ...task, values, updatedAt: now }, context);
  return json({});
}
