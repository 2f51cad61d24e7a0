import type { SampleStatus, StatusType } from './model.ts';

const status = (name: string, type: StatusType, color: string): SampleStatus => ({
  name,
  type,
  color,
});

const todo = status('to do', 'open', '#87909e');
const inProgress = status('in progress', 'custom', '#5b7cfa');
const closed = status('closed', 'closed', '#5f6570');
const complete = status('complete', 'closed', '#1f9d63');

export const CLIENT_STATUSES: readonly SampleStatus[] = [
  todo,
  inProgress,
  status('waiting for client', 'custom', '#b660e0'),
  status('agreed', 'done', '#1f9d63'),
  closed,
];

export const PLATFORM_STATUSES: readonly SampleStatus[] = [
  todo,
  inProgress,
  status('in review', 'custom', '#d97706'),
  status('blocked', 'custom', '#d33d44'),
  status('released', 'done', '#1f9d63'),
  closed,
];

export const MARKETING_STATUSES: readonly SampleStatus[] = [
  todo,
  status('in progress', 'custom', '#d97706'),
  status('in review', 'custom', '#b660e0'),
  status('published', 'done', '#1f9d63'),
  closed,
];

export const PLAIN_STATUSES: readonly SampleStatus[] = [todo, inProgress, complete];

export const FINANCE_STATUSES: readonly SampleStatus[] = [
  todo,
  status('waiting for approval', 'custom', '#f5b60c'),
  status('paid', 'closed', '#1f9d63'),
];

export const HOBBY_STATUSES: readonly SampleStatus[] = [
  status('idea', 'open', '#87909e'),
  status('tinkering', 'custom', '#e16b16'),
  status('finished', 'closed', '#1f9d63'),
];
