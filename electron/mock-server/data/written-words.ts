import type { SamplePriority } from './model.ts';

/** A task written by hand; what it leaves out is empty. */
export interface WrittenTask {
  readonly path: string;
  readonly name: string;
  readonly status?: string;
  /** Days from today, then minutes after midnight if the due date has a time. */
  readonly due?: readonly [day: number, minutes?: number];
  readonly priority?: SamplePriority;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** Minutes. */
  readonly estimate?: number;
  /** Minutes. */
  readonly spent?: number;
  /** The name of the task it is a subtask of, which stands above it. */
  readonly parent?: string;
  /** Initials of those it is assigned to; Ada where not given. */
  readonly who?: readonly string[];
}

const SALES = 'Clients › Hartmann › Sales';
const SPRINT = 'Platform › Web app › Sprint 48';

/**
 * The tasks people see first, with awkward texts among them. In Northwind Studio, Ada's are
 * three overdue, four for today and eleven for the next seven days; the generator adds none there.
 */
export const WRITTEN_TASKS: readonly WrittenTask[] = [
  {
    path: SALES,
    name: 'Send revised quote to Hartmann & Co',
    status: 'in progress',
    due: [-3],
    estimate: 90,
    description: 'They want maintenance as a separate line and the workshop moved to January.',
    tags: ['quote'],
  },
  {
    path: 'Platform › Ops',
    name: 'Replace expiring TLS certificate on staging',
    due: [-2],
    tags: ['infrastructure', 'security'],
  },
  {
    path: 'Marketing › Website › Q4 launch',
    name: 'Review onboarding copy',
    status: 'in progress',
    due: [-1],
    spent: 25,
    tags: ['copy'],
  },
  {
    path: SPRINT,
    name: 'Fix redirect loop after sign-in',
    status: 'in progress',
    due: [0, 17 * 60],
    priority: 'urgent',
    estimate: 180,
    spent: 102,
    description: 'Happens when the session cookie is older than the remembered device.',
    tags: ['bug', 'backend'],
  },
  { path: SPRINT, name: 'Prepare sprint demo', due: [0], who: ['AK', 'MT'] },
  {
    path: 'Office › Finance',
    name: 'Invoice October hours',
    due: [0],
    priority: 'high',
    tags: ['invoice'],
  },
  {
    path: 'Clients › Lindqvist',
    name: 'Call back Dr. Lindqvist about the pilot',
    due: [0],
    tags: ['pilot'],
  },
  { path: 'Platform › Docs', name: 'Draft release notes 2.4', due: [1], tags: ['writing'] },
  {
    path: SPRINT,
    name: 'Walk Noor through the billing edge cases',
    due: [1, 10 * 60 + 30],
    estimate: 45,
    who: ['AK', 'NH'],
  },
  {
    path: 'Marketing › Events',
    name: 'Collect quotes for the trade-fair stand',
    status: 'in progress',
    due: [2],
    tags: ['trade fair'],
  },
  {
    path: SPRINT,
    name: 'Make sure <b>not bold</b> & <script>alert("hi")</script> stay plain text in task names',
    status: 'in review',
    due: [2],
    priority: 'normal',
    tags: ['bug', 'frontend'],
  },
  { path: SPRINT, name: 'Ship the new empty states 🎉', due: [3], who: ['AK', 'JB', 'MT'] },
  {
    path: 'Clients › New enquiries',
    name: 'להשיב לרות לוי בנוגע להצעת המחיר (Villa Nova)',
    due: [3],
    tags: ['lead'],
  },
  {
    path: 'Marketing › Website › Q4 launch',
    name: 'Agree with Legal, Sales and the Hartmann team on which of the eleven customer quotes may appear on the launch page, in the press kit and on the trade-fair stand, and file the written consents before anything goes to print',
    status: 'in review',
    due: [4],
    priority: 'low',
  },
  {
    path: SALES,
    name: 'Add the maintenance option',
    due: [4],
    parent: 'Send revised quote to Hartmann & Co',
  },
  { path: 'Office › Team', name: 'Book the train to Lund 🚆', due: [5], estimate: 15 },
  {
    path: 'Platform › Docs',
    name: 'Read Tomasz’s proposal for the search index',
    due: [6],
    priority: 'normal',
    estimate: 60,
  },
  {
    path: 'Office › Finance',
    name: 'Bring the Q4 numbers to the board',
    status: 'waiting for approval',
    due: [7, 14 * 60],
    priority: 'high',
  },
  { path: 'Platform › Ops', name: 'Renew northwind.example', due: [24], tags: ['infrastructure'] },
  {
    path: 'Platform › Web app › Backlog',
    name: 'Find a better name than “Web app”',
    priority: 'low',
    tags: ['idea'],
  },
  {
    path: SPRINT,
    name: 'Record a two-minute walkthrough',
    due: [0, 15 * 60],
    parent: 'Prepare sprint demo',
    who: ['MT'],
  },
  {
    path: SPRINT,
    name: 'Rehearse with sound',
    parent: 'Record a two-minute walkthrough',
    who: ['JB'],
  },
  {
    path: SALES,
    name: 'Sign the framework agreement with Hartmann & Co',
    status: 'closed',
    due: [-6],
    estimate: 30,
    spent: 40,
  },
  {
    path: SPRINT,
    name: 'Stop the upload test from failing at midnight',
    status: 'closed',
    due: [-4],
  },
  {
    path: 'Practice › Front desk',
    name: 'Show the front desk how to move an appointment',
    due: [1, 11 * 60],
    who: ['AK', 'PD'],
  },
  {
    path: 'Practice › Front desk',
    name: 'مراجعة نص استمارة موافقة المريض',
    status: 'in progress',
    due: [-1],
    who: ['AK', 'IM'],
  },
  { path: 'Website › Pages', name: 'Fix “Öffnungszeiten” – the Ö shows as Ã–', due: [2] },
  { path: 'Home › Outdoors › Garden', name: 'Water the tomatoes 🍅', due: [0] },
  { path: 'Home › Workshop', name: 'Restring the old guitar', tags: ['wood'] },
];
