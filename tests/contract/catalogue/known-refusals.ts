import * as fc from 'fast-check';
import type { OpenValues } from './arbitraries.ts';

/** A place where a server that believes ClickUp's file refuses what ClickUp takes. */
export interface KnownRefusal {
  /** Ids of the catalogue. */
  readonly operations: readonly string[];
  /** Such as `body entries[].permission_level`. */
  readonly at: string;
  readonly because: string;
}

const VIEW_WRITES = [
  'create-workspace-everything-level-view',
  'create-space-view',
  'create-folder-view',
  'create-list-view',
  'update-view',
];

const GUESSED =
  'The schema was guessed from an empty list and says text; every example that holds one has an object.';

/** An entry that explains nothing fails, so that no excuse outlives its error. */
export const KNOWN_REFUSALS: readonly KnownRefusal[] = [
  { operations: VIEW_WRITES, at: 'body sorting.fields[]', because: GUESSED },
  { operations: VIEW_WRITES, at: 'body filters.fields[]', because: GUESSED },
  { operations: VIEW_WRITES, at: 'body columns.fields[]', because: GUESSED },
  {
    operations: ['update-comment'],
    at: 'body group_assignee',
    because:
      'A user group’s id is no number; the example has it as text, and so have its neighbours.',
  },
  {
    operations: ['query-audit-logs'],
    at: 'body filter.eventType',
    because: 'Its example and its description have several; the schema knows one.',
  },
  {
    operations: ['query-audit-logs'],
    at: 'body filter.workspaceId',
    because: 'The schema says object, of an id; the example has it as text.',
  },
];

/** Places of which the file, or one of its alternatives, says nothing: a server takes anything there. */
export const UNDECLARED: readonly { readonly operation: string; readonly at: string }[] = [
  { operation: 'query-audit-logs', at: 'body pagination.pageDirection' },
  { operation: 'set-custom-field-value', at: 'body value' },
];

/** A Custom Field's value that goes with the options beside it, which only dates have. */
const DATE = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2030) });

/** What stands where the catalogue leaves open what may, by operation and path. */
const OPEN: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  'create-task': { 'custom_fields[].value': DATE },
  'set-custom-field-value': { value: DATE },
  'replace-time-estimates-by-user': { '[].assignee': fc.constantFrom(182, 'unassigned') },
  'update-time-estimates-by-user': { '[].assignee': fc.constantFrom(182, 'unassigned') },
};

export const openValuesOf =
  (operation: string): OpenValues =>
  (path) =>
    OPEN[operation]?.[path] ?? null;
