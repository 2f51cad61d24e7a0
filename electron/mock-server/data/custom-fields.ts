import { uuidOf } from '../world/ids.ts';
import type { SampleTask } from './model.ts';
import type {
  SampleField,
  SampleFieldOption,
  SampleFieldType,
  SampleFieldValue,
} from './records.ts';
import { DAY, type TaskSources } from './task-sources.ts';

const SEED = 31;

interface FieldPlan {
  /** Such as `Clients › Hartmann › Sales`, `Platform` for a whole Space. */
  readonly path: string;
  readonly name: string;
  readonly type: SampleFieldType;
  readonly options?: readonly (readonly [name: string, color: string])[];
  readonly required?: true;
  readonly currency?: string;
}

const FIELDS: readonly FieldPlan[] = [
  { path: 'Clients', name: 'Contact', type: 'email' },
  { path: 'Clients', name: 'Value', type: 'currency', currency: 'EUR' },
  {
    path: 'Clients',
    name: 'Channel',
    type: 'drop_down',
    options: [
      ['Recommendation', '#0f8a6d'],
      ['Website', '#2760d8'],
      ['Trade fair', '#d97706'],
    ],
  },
  {
    path: 'Platform',
    name: 'Area',
    type: 'labels',
    options: [
      ['Billing', '#7c3aed'],
      ['Sign-in', '#0e7490'],
      ['Search', '#c2410c'],
      ['Editor', '#2760d8'],
    ],
  },
  { path: 'Platform', name: 'Reviewers', type: 'users' },
  { path: 'Platform', name: 'Pull request', type: 'url' },
  { path: 'Platform', name: 'Behind a flag', type: 'checkbox' },
  { path: 'Marketing › Website › Q4 launch', name: 'Goes live', type: 'date' },
  { path: 'Marketing › Website › Q4 launch', name: 'Words', type: 'number' },
  { path: 'Office › Finance', name: 'Cost centre', type: 'short_text', required: true },
  { path: 'Office › Finance', name: 'Amount', type: 'currency', currency: 'EUR', required: true },
  { path: 'Office › Finance', name: 'Remark', type: 'text' },
];

/** The Custom Fields of Northwind Studio. Tasks of Finance must have a cost centre and an amount. */
export function customFields(sources: TaskSources): readonly SampleField[] {
  return FIELDS.flatMap((plan, index) => {
    const planted = sources.lists.find(
      ({ path }) => path === plan.path || path.startsWith(`${plan.path} › `),
    );
    if (planted === undefined) return [];
    const onList = planted.path === plan.path;
    return [
      {
        id: uuidOf(SEED, index),
        name: plan.name,
        type: plan.type,
        place: onList
          ? { kind: 'list', id: planted.list.id }
          : { kind: 'space', id: planted.list.spaceId },
        required: plan.required ?? false,
        createdAt: sources.now - (200 - index) * DAY,
        options: (plan.options ?? []).map(([name, color], position): SampleFieldOption => ({
          id: uuidOf(SEED + 1, index * 100 + position),
          name,
          color,
        })),
        currency: plan.currency ?? null,
      },
    ];
  });
}

/** What a task's field holds; undefined leaves it empty. Two thirds of the fields are filled. */
function valueFor(field: SampleField, index: number, sources: TaskSources) {
  if (!field.required && index % 3 === 0) return undefined;
  const option = field.options[index % Math.max(1, field.options.length)]?.id;
  switch (field.type) {
    case 'checkbox':
      return index % 2 === 0;
    case 'currency':
      return 250 + ((index * 437) % 90) * 50;
    case 'number':
      return 120 + ((index * 61) % 40) * 10;
    case 'date':
      return sources.calendar.dateOnly(10 + (index % 20));
    case 'drop_down':
      return option;
    case 'labels':
      return option === undefined ? undefined : [option];
    case 'users':
      return sources.people.slice(index % 6, (index % 6) + 1).map(({ id }) => id);
    case 'email':
      return ['office@hartmann.example', 'hello@okafor.example', 'ward@lindqvist.example'][
        index % 3
      ];
    case 'url':
      return `https://code.northwind.example/web/${400 + index}`;
    case 'phone':
      return '+49 30 5550 100';
    case 'short_text':
      return ['Studio', 'Travel', 'Hosting'][index % 3];
    case 'text':
      return 'See the letter in the folder.';
  }
}

/** Fills the fields that apply to each task. */
export function withValues(
  task: SampleTask,
  index: number,
  fields: readonly SampleField[],
  spaceOf: (listId: string) => string,
  sources: TaskSources,
): SampleTask {
  const values: [string, SampleFieldValue][] = [];
  for (const [position, field] of fields.entries()) {
    const { kind, id } = field.place;
    if (id !== (kind === 'list' ? task.listId : spaceOf(task.listId))) continue;
    const value = valueFor(field, index + position, sources);
    if (value !== undefined) values.push([field.id, value]);
  }
  return values.length === 0 ? task : { ...task, values: Object.fromEntries(values) };
}
