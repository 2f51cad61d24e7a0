/** What a view shows the tasks of. */
export interface ViewPlace {
  readonly kind: 'team' | 'space' | 'folder' | 'list';
  readonly id: string;
}

/** ClickUp's numbers of kinds. */
const TYPES = { team: 7, space: 4, folder: 5, list: 6 } as const;

/** The one view of a place, grouped by status. */
export const viewWire = ({ kind, id }: ViewPlace) => ({
  id: `${TYPES[kind]}-${id}-1`,
  name: 'List',
  type: 'list',
  parent: { id, type: TYPES[kind] },
  grouping: { field: 'status', dir: 1, collapsed: [], ignore: false },
  divide: { field: null, dir: null, collapsed: [] },
  sorting: { fields: [] },
  filters: { op: 'AND', fields: [], search: '', show_closed: false },
  columns: { fields: [] },
  team_sidebar: { assignees: [], assigned_comments: false, unassigned_tasks: false },
  settings: {
    show_task_locations: false,
    show_subtasks: 3,
    show_subtask_parent_names: false,
    show_closed_subtasks: false,
    show_assignees: true,
    show_images: true,
    collapse_empty_columns: null,
    me_comments: true,
    me_subtasks: true,
    me_checklists: true,
  },
});
