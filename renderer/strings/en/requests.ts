import type { Reference } from '../../../electron/contract/operations.ts';
import type { JsonFault, JsonProblem } from '../../screens/requests/body/json-problem.ts';
import type { Change, NamedThing } from '../../screens/requests/confirm/what-changes.ts';
import type { Problem } from '../../screens/requests/fields/check-shape.ts';
import type { Formats } from '../format.ts';

const problems: Readonly<Record<Problem, string>> = {
  missing: 'Needed',
  text: 'A text is needed',
  whole: 'A whole number is needed',
  number: 'A number is needed',
  flag: 'True or false is needed',
  time: 'A date and time is needed',
  choice: 'Not one of the choices',
  list: 'A list is needed',
  object: 'An object is needed',
  notNull: 'Null is no value here',
  json: 'This is not JSON yet',
  unknown: 'Not in ClickUp’s reference; it is sent as it is',
};

const faults: Readonly<Record<JsonFault, string>> = {
  early: 'the text ends too early',
  name: 'a name in double quotes is needed',
  separator: 'a comma or the closing bracket is missing',
  colon: 'a colon is missing after the name',
  value: 'a value is needed',
  text: 'this text holds a sign that JSON writes otherwise',
  trailing: 'the JSON has ended before this',
};

/** What ClickUp calls one of a kind. */
const kind: Readonly<Record<Reference, string>> = {
  workspace: 'Workspace',
  space: 'Space',
  folder: 'Folder',
  list: 'List',
  task: 'task',
  user: 'member',
  userGroup: 'group',
  guest: 'guest',
  view: 'view',
  goal: 'goal',
  keyResult: 'key result',
  checklist: 'checklist',
  checklistItem: 'checklist item',
  comment: 'comment',
  customField: 'Custom Field',
  customTaskType: 'task type',
  role: 'role',
  status: 'status',
  tag: 'tag',
  taskTemplate: 'task template',
  folderTemplate: 'Folder template',
  listTemplate: 'List template',
  timeEntry: 'time entry',
  webhook: 'webhook',
  doc: 'Doc',
  page: 'page',
  channel: 'Channel',
  message: 'message',
};

const MANY: Readonly<Partial<Record<Reference, string>>> = {
  checklistItem: 'Checklist items',
  keyResult: 'Key results',
  status: 'Statuses',
  timeEntry: 'Time entries',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const kinds = Object.fromEntries(
  Object.entries(kind).map(([name, one]) => [name, MANY[name as Reference] ?? `${capital(one)}s`]),
) as Readonly<Record<Reference, string>>;
/** Kinds that ClickUp takes by their names. */
const NAMED: readonly string[] = [kind.status, kind.tag];
const article = (word: string): string => (/^[aeiou]/iu.test(word) ? 'an' : 'a');
const placeholder = Object.fromEntries(
  Object.entries(kind).map(([name, one]) => [
    name,
    `Choose ${article(one)} ${one}, or type ${NAMED.includes(one) ? 'its name' : 'an id'}`,
  ]),
) as Readonly<Record<Reference, string>>;

/** What is gone together with a thing. */
const withIt: Readonly<Partial<Record<Reference, string>>> = {
  space: 'Its Folders, Lists and tasks go with it.',
  folder: 'Its Lists and tasks go with it.',
  list: 'Its tasks go with it.',
  task: 'Its subtasks, comments and attachments go with it.',
  goal: 'Its key results go with it.',
  checklist: 'Its items go with it.',
  channel: 'Its messages go with it.',
};

const named = ({ name, isId }: NamedThing): string => (isId ? name : `“${name}”`);
const thing = (one: NamedThing): string => `${kind[one.of]} ${named(one)}`;

function sentence({ title, subject, given, places }: Change): string {
  const what =
    subject !== null
      ? `${title} ${named(subject)}`
      : given !== null
        ? `${title} “${given}”`
        : title;
  if (places.length === 0) return what;
  const told = places.map(thing).join(', ');
  // A title such as “Remove task from List” says itself how its things belong together.
  const says = places.some((one) => title.toLowerCase().includes(kind[one.of].toLowerCase()));
  return subject === null && says ? `${what}: ${told}` : `${what} in ${told}`;
}

export const requests = (format: Formats) => ({
  title: 'Requests',
  search: (count: number) =>
    `Find among ${format.number(count)} ${format.plural(count, { one: 'operation', other: 'operations' })}`,
  searchLabel: 'Find an operation',
  list: 'Operations',
  noMatch: {
    title: 'No operation matches',
    advice: 'Names, paths, methods and groups are searched.',
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
  optionalFields: (count: number) =>
    `${format.number(count)} optional ${format.plural(count, { one: 'field', other: 'fields' })}`,
  required: 'required',
  problems,
  unset: 'Not set',
  yes: 'true',
  no: 'false',
  chips: { hint: 'Enter or comma adds', remove: (value: string) => `Remove ${value}` },
  anyJson: 'Any JSON',
  oneOf: (choices: string) => `One of these is needed: ${choices}`,
  setNull: (name: string) => `Set ${name} to null`,
  nullMeans: 'Null, which usually clears the field',
  fold: 'Fold this group away',
  unfold: (tag: string, count: number) =>
    `${tag}: show ${format.number(count)} ${format.plural(count, { one: 'operation', other: 'operations' })}`,
  notInSample: 'not in the sample data',
  time: {
    zone: (city: string) => `${city} time`,
    clickUpZone: (zone: string) => `In ${zone}, your ClickUp time zone; sent in Unix milliseconds`,
    machineZone: (zone: string) =>
      `In ${zone}, this computer’s time zone; sent in Unix milliseconds`,
    milliseconds: 'Unix milliseconds',
  },
  items: {
    add: 'Add item',
    item: (place: number) => `Item ${format.number(place)}`,
    remove: (place: number) => `Remove item ${format.number(place)}`,
  },
  shapes: {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    timestamp: 'Unix ms',
    object: 'object',
    json: 'any JSON',
    idOf: (one: string) => `id of ${article(one)} ${one}`,
    listOf: (one: string) => `list: ${one}`,
    choice: (count: number) => `one of ${format.number(count)}`,
  },
  picker: {
    kind,
    kinds,
    placeholder,
    list: (many: string) => `${many} to choose from`,
    recentTasks: 'Recently updated tasks',
    takeTyped: (of: Reference) => (NAMED.includes(kind[of]) ? 'Use' : 'Use the id'),
    loading: 'Reading what there is to choose from',
    none: (many: string) => `No ${many} here. An id can be typed all the same.`,
    noStart: 'Choose a Workspace first, or type an id.',
  },
  body: {
    title: 'Body',
    optional: 'optional',
    view: 'Write the body as',
    form: 'Form',
    json: 'JSON',
    value: 'value',
    editor: 'Body as JSON',
    hint: 'Ctrl+Space offers fields and choices',
    fault: ({ fault }: JsonProblem) => `${capital(faults[fault])}.`,
    broken: ({ fault, line, column }: JsonProblem) =>
      `Line ${format.number(line)}, column ${format.number(column)}: ${faults[fault]}.`,
    noObject: 'The form cannot show this. It stays as JSON.',
    kept: (count: number) =>
      `${format.number(count)} other ${format.plural(count, { one: 'field is', other: 'fields are' })} kept; JSON shows ${format.plural(count, { one: 'it', other: 'them' })}.`,
  },
  file: {
    choose: 'Choose file',
    other: 'Choose another',
    once: 'It goes with one request.',
    missing: 'Needed',
    remove: 'Take the file out',
  },
  confirm: {
    sentence,
    question: (told: string) => `${told}?`,
    cancel: 'Cancel',
    keep: 'Keep it',
    correct: 'Correct it',
    anyway: 'Send anyway',
    gone: (deleted: Reference | null) =>
      `${deleted === null ? '' : `${withIt[deleted] ?? ''} `}This cannot be undone.`.trim(),
    more: (count: number) => `And ${format.number(count)} more. ClickUp may refuse this.`,
  },
  progress: {
    rateLimit: (until: number, now: number) =>
      `Waiting for the rate limit, ${format.countdown(until, now)}`,
    queued: (ahead: number) =>
      ahead === 0
        ? 'Waiting for its turn'
        : `Waiting behind ${format.number(ahead)} ${format.plural(ahead, { one: 'request', other: 'requests' })}`,
    attempt: (attempt: number) =>
      `${attempt === 2 ? 'Second' : attempt === 3 ? 'Third' : `${format.number(attempt)}th`} attempt`,
  },
  send: 'Send',
  copyAs: {
    title: 'Copy as code',
    curl: 'Copy as cURL',
    fetch: 'Copy as fetch',
    python: 'Copy as Python',
    copied: 'Copied. The token comes from CLICKUP_TOKEN.',
    failed: 'Not copied: the request is not complete.',
    hint: 'with $CLICKUP_TOKEN for the token',
  },
  sides: { label: 'What to choose from', operations: 'Operations', history: 'History' },
  history: {
    title: 'History',
    search: 'Find in the history',
    empty: {
      title: 'Nothing sent yet',
      advice: 'The last 200 requests of this connection are kept here, without secrets.',
    },
    noMatch: {
      title: 'No request matches',
      advice: 'Names, addresses and what was filled in are searched.',
      action: 'Clear search',
    },
    pinned: 'Pinned',
    today: 'Today',
    yesterday: 'Yesterday',
    earlier: 'Earlier',
    again: 'Send again',
    complete: (missing: 'secrets' | 'rest' | 'file') =>
      ({
        secrets: 'Secrets were left out: open it and fill them in',
        rest: 'It was too large to keep whole: open it and complete it',
        file: 'Open it and choose the file again',
      })[missing],
    pin: 'Pin',
    unpin: 'Unpin',
    remove: 'Remove',
    times: (count: number) => `× ${format.number(count)}`,
    timesTold: (count: number) => `sent ${format.number(count)} times`,
    at: (time: number, now: number) => {
      const minutes = Math.floor((now - time) / 60_000);
      if (minutes < 1) return 'now';
      if (minutes < 60) return `${format.number(minutes)} min`;
      return minutes < 24 * 60 ? format.time(time) : format.day(time);
    },
    outcomes: {
      offline: 'offline',
      timeout: 'no answer',
      cancelled: 'cancelled',
      badAnswer: 'no answer',
    } as Readonly<Record<string, string>>,
    failed: 'failed',
    gone: 'No longer an operation of ClickUp',
    clear: 'Clear',
    removed: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'request', other: 'requests' })} removed`,
    undo: 'Undo',
    count: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'request', other: 'requests' })}`,
    unsaved: {
      full: 'The disk is full: this history lasts until Perch quits.',
      readOnly: 'The disk cannot be written: this history lasts until Perch quits.',
      corrupt: 'The disk cannot be written: this history lasts until Perch quits.',
      newer: 'A newer Perch wrote the history: this one lasts until Perch quits.',
    },
  },
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
    large: (size: number) =>
      `This answer is too large to show: ${format.bytes(size)}. Here is how it begins. Save it to read all of it.`,
    reading: 'Reading the answer',
    save: 'Save to a file',
    saved: (name: string) => `Saved as ${name}`,
    details: 'How it went',
    attempts: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'attempt', other: 'attempts' })}`,
    find: {
      open: 'Find in the answer',
      label: 'Find in the answer',
      placeholder: 'Find',
      next: 'Next match',
      previous: 'Previous match',
      close: 'Close the search',
      count: (at: number, all: number, isCut: boolean) =>
        `${format.number(at)} of ${format.number(all)}${isCut ? '+' : ''}`,
      none: 'No match',
    },
    timing: {
      title: 'Attempts',
      attempt: (number: number) => format.number(number),
      waited: (milliseconds: number) => `waited ${format.duration(milliseconds)}`,
      took: (milliseconds: number) => `took ${format.duration(milliseconds)}`,
      failed: {
        offline: 'no connection',
        timeout: 'no answer in time',
        badAnswer: 'not from ClickUp',
        cancelled: 'cancelled',
      } as Readonly<Record<string, string>>,
      failedOtherwise: 'failed',
      budget: 'Rate budget',
      whole: (until: number, now: number) => `full again in ${format.countdown(until, now)}`,
      size: 'Size',
      type: 'Type',
      noType: 'not told',
      sentTo: 'Sent to',
    },
    back: (title: string) => `Back to ${title}`,
    backShort: 'Back',
    open: (title: string) => `Open with ${title}`,
  },
  tree: {
    label: 'Answer as a tree',
    items: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'item', other: 'items' })}`,
    fields: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'field', other: 'fields' })}`,
    copyValue: 'Copy value',
    copyPath: 'Copy path',
    copied: 'Copied',
  },
});
