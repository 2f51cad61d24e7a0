import type { Formats } from '../format.ts';

export const workspaces = (format: Formats) => ({
  title: 'Choose a Workspace',
  updated: (time: number, now: number) => `Updated ${format.ago(time, now)}`,
  search: 'Find a Workspace',
  list: 'Workspaces',
  refresh: 'Refresh',
  members: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'member', other: 'members' })}`,
  plan: (name: string) => `${name} plan`,
  planLoading: 'Reading the plan',
  noPlan: '–',
  noPlanWhy: 'ClickUp did not tell the plan',
  current: 'Current Workspace',
  none: {
    title: 'No Workspace for this token',
    advice:
      'ClickUp shows no Workspace for this token. Join or create one in ClickUp, then refresh.',
  },
  noMatch: {
    title: (query: string) => `No Workspace matches “${query}”`,
    advice: 'Names and ids are searched.',
    action: 'Clear search',
  },
  stale: (time: number, now: number) => `This list is from ${format.ago(time, now)}.`,
});
