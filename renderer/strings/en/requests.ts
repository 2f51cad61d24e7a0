import type { ParameterProblem } from '../../screens/requests/parameters.ts';
import type { Formats } from '../format.ts';

const problems: Readonly<Record<ParameterProblem, string>> = {
  missing: 'Needed',
  integer: 'A whole number is needed',
  timestamp: 'A date and time is needed',
};

export const requests = (format: Formats) => ({
  title: 'Requests',
  search: (count: number) =>
    `Find among ${format.number(count)} ${format.plural(count, { one: 'operation', other: 'operations' })}`,
  searchLabel: 'Find an operation',
  list: 'Operations',
  noMatch: {
    title: 'No operation matches',
    advice: 'Names, paths and groups are searched.',
    action: 'Clear search',
  },
  teach: {
    title: 'Ask ClickUp anything',
    lead: 'Every request goes out with your token, which never leaves the main process.',
    find: 'Find an operation on the left',
    open: 'Open it',
    send: 'Send it',
  },
  parameters: 'Parameters',
  optional: (count: number) =>
    `${format.number(count)} optional ${format.plural(count, { one: 'parameter', other: 'parameters' })}`,
  optionalSet: (set: number) => `${format.number(set)} set`,
  noParameters: 'This operation takes no parameters.',
  required: 'required',
  problems,
  unset: 'Not set',
  yes: 'true',
  no: 'false',
  chips: { hint: 'Enter or comma adds', remove: (value: string) => `Remove ${value}` },
  timestampHint: 'Unix ms',
  send: 'Send',
  cancel: 'Cancel',
  answer: {
    title: 'Answer',
    empty: 'Nothing sent yet',
    emptyAdvice: 'The answer appears here as ClickUp sent it, whatever its status.',
    waiting: 'Waiting for ClickUp',
    view: 'View',
    tree: 'Tree',
    raw: 'Raw',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Refused',
    target: 'Sent to',
    duration: 'Time until the last byte',
    size: 'Size after decompression',
    budget: (remaining: number, limit: number) =>
      `${format.number(remaining)} of ${format.number(limit)} left`,
    redacted: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'secret', other: 'secrets' })} hidden`,
    sampleGap: {
      title: 'Not in the sample data',
      advice:
        'The sample answers only part of ClickUp’s API, and this operation is not in it. Connect your own account to send it, or choose another operation.',
      action: 'Connect your account',
    },
    noBody: 'No body',
    noBodyAdvice: 'ClickUp answered without any content.',
    cut: (shown: number, all: number) =>
      `Showing the first ${format.bytes(shown)} of ${format.bytes(all)}. Copy takes all of it.`,
  },
  tree: {
    label: 'Answer as a tree',
    items: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'item', other: 'items' })}`,
    fields: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'field', other: 'fields' })}`,
    more: (count: number) => `${format.number(count)} more`,
  },
});
