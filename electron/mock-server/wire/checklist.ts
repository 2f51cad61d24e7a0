import type { SampleChecklist } from '../data/records.ts';
import type { World } from '../world.ts';
import { personById } from './people.ts';

/** A checklist with its items; items below an item are its `children`, by id. */
export function checklistWire(
  checklist: SampleChecklist,
  taskId: string,
  orderindex: number,
  world: World,
) {
  const { items } = checklist;
  const resolved = items.filter((item) => item.resolved).length;
  return {
    id: checklist.id,
    task_id: taskId,
    name: checklist.name,
    date_created: String(checklist.createdAt),
    orderindex,
    creator: checklist.creatorId,
    resolved,
    unresolved: items.length - resolved,
    items: items.map((item, index) => ({
      id: item.id,
      name: item.name,
      orderindex: index,
      assignee: personById(item.assigneeId, world),
      resolved: item.resolved,
      parent: item.parentId,
      date_created: String(item.createdAt),
      children: items.filter(({ parentId }) => parentId === item.id).map(({ id }) => id),
    })),
  };
}
