import type { SamplePlan, SampleStatus, SampleWorkspace } from './model.ts';
import { ADA, CLINIC_TEAM, FESTIVAL_TEAM, HOSPITAL_TEAM, STUDIO_TEAM } from './people.ts';
import {
  CLIENT_STATUSES,
  FINANCE_STATUSES,
  HOBBY_STATUSES,
  MARKETING_STATUSES,
  PLAIN_STATUSES,
  PLATFORM_STATUSES,
} from './statuses.ts';
import type { TopicName } from './vocabulary.ts';

/** A List as it is written down below: what its generated tasks are about and how many there are. */
export interface ListPlan {
  readonly name: string;
  readonly topic: TopicName;
  readonly tasks: number;
  /** Whose work it is. */
  readonly client?: string;
  readonly archived?: true;
  readonly statuses?: readonly SampleStatus[];
}

export interface SpacePlan {
  readonly name: string;
  readonly color: string | null;
  readonly statuses: readonly SampleStatus[];
  readonly private?: true;
  readonly archived?: true;
  readonly folders: Readonly<Record<string, readonly ListPlan[]>>;
  readonly lists: readonly ListPlan[];
}

export interface WorkspacePlan {
  readonly workspace: SampleWorkspace;
  readonly spaces: readonly SpacePlan[];
}

/**
 * The names and requests a minute come from the API facts. ClickUp says that time entries without a
 * task are unlimited from Business Plus on; how many the smaller plans allow is a guess, and so are the
 * numbers of the plans but Enterprise's.
 */
export const PLANS = {
  free: { id: 1, name: 'Free Forever', requestsPerMinute: 100, timeWithoutTask: 0 },
  unlimited: { id: 2, name: 'Unlimited', requestsPerMinute: 100, timeWithoutTask: 60 },
  business: { id: 3, name: 'Business', requestsPerMinute: 100, timeWithoutTask: 60 },
  businessPlus: { id: 5, name: 'Business Plus', requestsPerMinute: 1_000, timeWithoutTask: null },
  enterprise: { id: 4, name: 'Enterprise', requestsPerMinute: 10_000, timeWithoutTask: null },
} as const satisfies Record<string, SamplePlan>;

const list = (name: string, topic: TopicName, tasks: number): ListPlan => ({ name, topic, tasks });

/** The Workspace whose near future is written by hand. */
export const NORTHWIND_ID = '9002411';

const NORTHWIND: WorkspacePlan = {
  workspace: {
    id: NORTHWIND_ID,
    name: 'Northwind Studio',
    color: '#6b4fd8',
    plan: PLANS.business,
    memberIds: STUDIO_TEAM.map(({ id }) => id),
    adminIds: [ADA],
    guests: [],
  },
  spaces: [
    {
      name: 'Clients',
      color: '#2760d8',
      statuses: CLIENT_STATUSES,
      folders: {
        Hartmann: [
          { ...list('Sales', 'sales', 13), client: 'Hartmann & Co' },
          { ...list('Delivery', 'delivery', 15), client: 'Hartmann & Co' },
        ],
        'Okafor Logistics': [{ ...list('Delivery', 'delivery', 15), client: 'Okafor Logistics' }],
      },
      lists: [list('Lindqvist', 'pilot', 12), list('New enquiries', 'enquiries', 18)],
    },
    {
      name: 'Platform',
      color: '#0e7490',
      statuses: PLATFORM_STATUSES,
      folders: {
        'Web app': [
          list('Sprint 48', 'sprint', 24),
          list('Backlog', 'backlog', 22),
          { ...list('Sprint 47', 'sprint', 0), archived: true },
        ],
      },
      lists: [list('Ops', 'ops', 18), list('Docs', 'docs', 16)],
    },
    {
      name: 'Marketing',
      color: '#d97706',
      statuses: MARKETING_STATUSES,
      folders: { Website: [list('Q4 launch', 'launch', 19)] },
      lists: [list('Events', 'events', 15), list('Social media', 'social', 13)],
    },
    {
      name: 'Office',
      color: null,
      private: true,
      statuses: PLAIN_STATUSES,
      folders: {},
      lists: [
        { ...list('Finance', 'finance', 13), statuses: FINANCE_STATUSES },
        list('Team', 'team', 13),
      ],
    },
    {
      name: 'Studio move',
      color: '#5f6570',
      archived: true,
      statuses: PLAIN_STATUSES,
      folders: {},
      lists: [],
    },
  ],
};

const HARBOUR: WorkspacePlan = {
  workspace: {
    id: '9002587',
    name: 'Harbour Clinic',
    color: null,
    plan: PLANS.free,
    memberIds: [ADA, ...CLINIC_TEAM.map(({ id }) => id)],
    adminIds: CLINIC_TEAM.slice(0, 1).map(({ id }) => id),
    guests: [],
  },
  spaces: [
    {
      name: 'Practice',
      color: '#0f8a6d',
      statuses: PLAIN_STATUSES,
      folders: { Building: [list('Rooms and equipment', 'rooms', 12)] },
      lists: [list('Front desk', 'frontDesk', 12)],
    },
    {
      name: 'Website',
      color: null,
      statuses: MARKETING_STATUSES,
      folders: {},
      lists: [list('Pages', 'homePage', 9)],
    },
  ],
};

const SIDE_PROJECTS: WorkspacePlan = {
  workspace: {
    id: '9002733',
    name: 'Side Projects',
    color: '#e16b16',
    plan: PLANS.unlimited,
    memberIds: [ADA],
    adminIds: [ADA],
    guests: [],
  },
  spaces: [
    {
      name: 'Home',
      color: '#4d7c0f',
      statuses: HOBBY_STATUSES,
      folders: { Outdoors: [list('Garden', 'garden', 9)] },
      lists: [list('Workshop', 'workshop', 9)],
    },
  ],
};

/** The first of each team is the owner, the last a guest. Ada is in neither. */
const FESTIVAL: WorkspacePlan = {
  workspace: {
    id: '9002811',
    name: 'Brightwater Festival',
    color: '#0369a1',
    plan: PLANS.businessPlus,
    memberIds: FESTIVAL_TEAM.map(({ id }) => id),
    adminIds: FESTIVAL_TEAM.slice(0, 1).map(({ id }) => id),
    guests: FESTIVAL_TEAM.slice(-1).map(({ id }) => ({
      userId: id,
      viewOnly: false,
      taskIds: [],
      listIds: [],
      folderIds: [],
    })),
  },
  spaces: [
    {
      name: 'Summer 2027',
      color: '#d97706',
      statuses: MARKETING_STATUSES,
      folders: { 'On site': [list('Stages', 'events', 9)] },
      lists: [list('Press and guests', 'social', 8)],
    },
  ],
};

const HOSPITALS: WorkspacePlan = {
  workspace: {
    id: '9002904',
    name: 'Meridian Hospitals',
    color: '#be185d',
    plan: PLANS.enterprise,
    memberIds: HOSPITAL_TEAM.map(({ id }) => id),
    adminIds: HOSPITAL_TEAM.slice(0, 1).map(({ id }) => id),
    guests: HOSPITAL_TEAM.slice(-1).map(({ id }) => ({
      userId: id,
      viewOnly: true,
      taskIds: [],
      listIds: [],
      folderIds: [],
    })),
  },
  spaces: [
    {
      name: 'Wards',
      color: '#0f8a6d',
      statuses: PLAIN_STATUSES,
      folders: { 'North wing': [list('Equipment', 'rooms', 9)] },
      lists: [list('Admissions', 'frontDesk', 8)],
    },
  ],
};

/** What `plantTree` plants, in this order. */
export const WORKSPACE_PLANS: readonly WorkspacePlan[] = [
  NORTHWIND,
  HARBOUR,
  SIDE_PROJECTS,
  FESTIVAL,
  HOSPITALS,
];
