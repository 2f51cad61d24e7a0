import type { Operation } from './operation.ts';
import { FEATURES, SPACE } from './shapes/places.ts';

/** A choice of features as a Space is made with. */
const EVERY_FEATURE = {
  due_dates: {
    enabled: true,
    start_date: false,
    remap_due_dates: true,
    remap_closed_due_date: false,
  },
  time_tracking: { enabled: false },
  tags: { enabled: true },
  time_estimates: { enabled: true },
  checklists: { enabled: true },
  custom_fields: { enabled: true },
  remap_dependencies: { enabled: true },
  dependency_warning: { enabled: true },
  portfolios: { enabled: true },
};

/** Spaces. */
export const SPACES_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v2/team/{team_id}/space',
    query: { 'archived?': 'boolean' },
    status: 200,
    answer: {
      spaces: [SPACE],
    },
    calls: ({ workspace }) => [{ path: { team_id: workspace }, query: { archived: 'false' } }],
  },
  {
    method: 'POST',
    path: '/v2/team/{team_id}/space',
    body: {
      name: 'string',
      multiple_assignees: 'boolean',
      features: FEATURES,
    },
    status: 200,
    answer: SPACE,
    calls: ({ workspace }) => [
      {
        path: { team_id: workspace },
        body: {
          name: 'Sample Space',
          multiple_assignees: true,
          features: EVERY_FEATURE,
        },
      },
    ],
  },
  {
    method: 'GET',
    path: '/v2/space/{space_id}',
    status: 200,
    answer: SPACE,
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
  {
    method: 'PUT',
    path: '/v2/space/{space_id}',
    body: {
      'name?': 'string',
      'color?': 'string',
      'private?': 'boolean',
      'admin_can_manage?': 'boolean',
      'multiple_assignees?': 'boolean',
      'features?': FEATURES,
    },
    status: 200,
    answer: SPACE,
    calls: ({ space }) => [
      {
        path: { space_id: space },
        body: {
          name: 'Renamed Space',
          color: '#0f8a6d',
          private: false,
          admin_can_manage: true,
          multiple_assignees: true,
          features: EVERY_FEATURE,
        },
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v2/space/{space_id}',
    status: 200,
    answer: {},
    calls: ({ space }) => [{ path: { space_id: space } }],
  },
];
