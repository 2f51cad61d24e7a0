import { expect, it } from 'vitest';
import type { Session } from '../contract/session.ts';
import { ada, connectionOf, northwind, studio } from './fakes.test-support.ts';
import { toPublic } from './connection-list.ts';
import { namesPicture } from './known-pictures.ts';

const session: Session = {
  connections: [
    toPublic(
      connectionOf({
        user: { ...ada, picture: '/pictures/ada' },
        workspaces: [northwind, { ...studio, picture: '/pictures/studio' }],
      }),
    ),
  ],
  activeConnectionId: null,
  workspaceId: null,
  lostWorkspace: null,
  vault: { kind: 'untouched' },
  storage: null,
  network: 'unknown',
  traffic: { budget: null, waiting: 0, goesOnAt: null },
  oauthApps: [],
  signIn: {
    kind: 'confirming',
    user: { ...ada, picture: '/pictures/granted' },
    workspaces: [],
  },
  routeTest: null,
};

it.each(['ada', 'studio', 'granted'])('knows the picture of %s', (name) => {
  expect(namesPicture(session, `/pictures/${name}`)).toBe(true);
});

it.each(['/pictures/stranger', '', 'null'])('does not know %j', (address) => {
  expect(namesPicture(session, address)).toBe(false);
});
