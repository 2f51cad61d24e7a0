import type { Formats } from '../format.ts';

const storage = {
  full: {
    title: 'The disk is full',
    advice: 'Nothing was lost, but nothing could be saved either. Free some space, then try again.',
  },
  readOnly: {
    title: 'Perch may not write to its folder',
    advice: 'Check the permissions of the folder where Perch keeps its data, then try again.',
  },
  corrupt: {
    title: 'The stored token cannot be decrypted any more',
    advice: 'Enter it again to go on. What is stored is left as it is until then.',
  },
  newer: {
    title: 'These files are from a newer Perch',
    advice: 'Install the newer version again, or sign out there first.',
  },
};

/** What people call the fields that main finds something wrong with. */
const fields: ReadonlyMap<string, string> = new Map([
  ['file', 'the set-up file'],
  ['passphrase', 'the passphrase'],
  ['redirectUris', 'the redirect URLs'],
  ['clientId', 'the client ID'],
  ['secret', 'the client secret'],
  ['endpoint', 'the exchange endpoint'],
  ['token', 'the token'],
]);

export const errors = (format: Formats) => ({
  offline: {
    title: 'You are offline',
    advice: 'Perch could not reach ClickUp. Check the network, then try again.',
  },
  timeout: (afterMs: number) => ({
    title: 'ClickUp did not answer in time',
    advice: `Perch stopped waiting after ${format.duration(afterMs)}. Try again in a moment.`,
  }),
  rateLimited: (resetAt: number | null, now: number) => ({
    title: 'The request budget is used up',
    advice:
      resetAt === null
        ? 'ClickUp takes new requests in about a minute.'
        : resetAt <= now
          ? 'ClickUp takes new requests again.'
          : `ClickUp takes new requests in ${format.countdown(resetAt, now)}.`,
  }),
  unauthorized: {
    title: 'ClickUp refused the token',
    advice: 'It may have been regenerated or revoked. Perch needs a new one to go on.',
  },
  workspaceNotAuthorized: {
    title: 'ClickUp lets this token see nothing there',
    advice:
      'The id may be another one, or its Workspace is not among those this token may see. The token itself is fine.',
  },
  forbidden: {
    title: 'You may not do this',
    advice: 'ClickUp knows you, but your role does not allow it here.',
  },
  notFound: {
    title: 'ClickUp does not find it',
    advice: 'Check the ids. It may have been deleted, or you may not be allowed to see it.',
  },
  invalid: (field: string, reason: string) => ({
    title:
      field === '' ? 'Something in the request is wrong' : `Check ${fields.get(field) ?? field}`,
    advice: reason === '' ? 'Correct it and send again.' : reason,
  }),
  server: (status: number) => ({
    title: 'ClickUp has a problem of its own',
    advice: `It answered with ${status}. Try again in a moment.`,
  }),
  badAnswer: {
    title: 'Something between you and ClickUp answered',
    advice:
      'Perhaps the sign-in page of a network, or a proxy. Open ClickUp in the browser, then try again.',
  },
  tooLarge: (bytes: number) => ({
    title: 'The answer is too large',
    advice: `It is above ${format.bytes(bytes)}, so Perch did not read it. Ask for less of it, a page at a time for instance.`,
  }),
  keychainLocked: {
    title: 'Your keychain is locked',
    advice: 'Perch cannot read the token until it is unlocked. Nothing was deleted.',
  },
  keychainUnavailable: {
    title: 'Your keychain did not answer',
    advice: 'Perch cannot read or store tokens right now. Nothing was deleted.',
  },
  storage,
  cancelled: { title: 'Cancelled', advice: 'You stopped this before it was done.' },
  expired: { title: 'This took too long', advice: 'Start again; nothing was changed.' },
  internal: {
    title: 'Perch made a mistake',
    advice: 'Nothing was changed. Try again; if it happens again, restart Perch.',
  },
  actions: {
    retry: 'Try again',
    newToken: 'Enter a new token',
    signInAgain: 'Sign in again',
    unlock: 'Try again',
  },
  said: 'ClickUp says:',
});
