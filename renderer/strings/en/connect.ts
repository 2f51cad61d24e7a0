import type { AppDescription } from '../../../electron/contract/app.ts';
import type { VaultState } from '../../../electron/contract/session.ts';
import type { OddReason, UnusableReason } from '../../screens/connect/token-shape.ts';
import type { Formats } from '../format.ts';

const byPlatform: Readonly<Record<AppDescription['platform'], string>> = {
  darwin: 'It will be encrypted by the macOS Keychain.',
  win32: 'It will be encrypted by Windows for your account.',
  linux: 'It will be kept in your system keyring if there is one; otherwise Perch asks.',
};

/** Where a token would be kept, as far as it is known before one is stored. */
function keeping(vault: VaultState, platform: AppDescription['platform']): string {
  if (vault.kind === 'insecure')
    return 'This system has no keyring Perch can use: it will be kept for this run only, until you decide otherwise.';
  if (vault.kind === 'unavailable')
    return 'The system’s encryption did not answer last time; if it still does not, the token is kept for this run only.';
  if (vault.kind === 'ready' && vault.place === 'linuxKeyring')
    return 'It will be kept in your system keyring.';
  return byPlatform[platform];
}

const odd: Readonly<Record<OddReason, string>> = {
  incomplete:
    'A personal token has three parts: pk_, a number, an underscore and a long code. Some of it seems to be missing.',
  lowercase:
    'A personal token ends in capital letters and digits. This one has others, so check that it was copied whole.',
  url: 'This is a web address. Copy the token itself, from under API Token.',
  spaces: 'There is a space inside. Check that nothing else was copied along.',
  email: 'This looks like an e-mail address. The token is a long code that begins with pk_.',
  oauthClient:
    'This looks like the client id or secret of an OAuth app. A personal token begins with pk_.',
  oauthToken: 'This looks like an OAuth access token. A personal token begins with pk_.',
  unknown: 'Personal tokens begin with pk_. ClickUp decides in the end.',
};

const unusable: Readonly<Record<UnusableReason, string>> = {
  control: 'There is an invisible control character inside, which no token has. Copy it again.',
  nonAscii:
    'There is a character inside that no token has, such as a curly quote or a letter with an accent. Copy it again.',
};

export const connect = (format: Formats) => ({
  title: 'Connect to ClickUp',
  lead: 'Perch acts with your own permissions. Nothing leaves this computer except to ClickUp.',
  steps: {
    logIn: 'Log in to ClickUp.',
    apps: 'Click your avatar in the lower-left corner and select *Apps*.',
    generate: 'Under *API Token*, click *Generate* and copy it.',
    regenerate:
      'Under *API Token*, click *Regenerate* and copy it. The old token stops at once, everywhere it is used.',
    paste: 'Paste it here.',
  },
  open: 'Open ClickUp',
  field: 'Personal token',
  placeholder: 'pk_…',
  show: 'Show',
  hide: 'Hide',
  looksGood: 'Looks like a personal token.',
  keeping,
  odd,
  unusable,
  submit: 'Verify and connect',
  submitAnyway: 'Try it anyway',
  verifying: 'Asking ClickUp who you are.',
  back: 'Back',
  onlyLooking: 'Only looking?',
  sample: 'Explore with sample data',
  problems: {
    unauthorized: {
      title: 'ClickUp refused this token',
      advice:
        'Your token was not stored. Check that all of it was copied, or generate it again under Apps.',
    },
    invalid: {
      title: 'This cannot be a token',
      advice: 'It was not sent anywhere. Copy it again from ClickUp, without anything around it.',
    },
    offline: {
      title: 'ClickUp cannot be reached',
      advice:
        'This computer seems to be offline. The token is still in the field; try again when you are back.',
    },
    timeout: {
      title: 'ClickUp did not answer in time',
      advice: 'The token is still in the field and was not stored. Try again in a moment.',
    },
    rateLimited: (resetAt: number | null, now: number) => ({
      title: 'ClickUp asks for a pause',
      advice:
        resetAt === null
          ? 'This token has used up its requests for now. Try again in a minute.'
          : `This token has used up its requests for now. Try again in ${format.countdown(resetAt, now)}.`,
    }),
    badAnswer: {
      title: 'Something between you and ClickUp answered',
      advice:
        'The answer did not come from ClickUp: perhaps the sign-in page of a network, or a proxy. Open ClickUp in the browser, then try again.',
    },
    server: (status: number) => ({
      title: 'ClickUp has a problem of its own',
      advice: `It answered with ${status}. Your token was not stored; try again in a moment.`,
    }),
    keychainLocked: {
      title: 'Your keychain is locked',
      advice: 'The token could not be stored. Unlock the keychain, then connect again.',
    },
    keychainUnavailable: {
      title: 'Your keychain did not answer',
      advice:
        'The token could not be stored. Try again; if it stays so, log out of this computer and in again.',
    },
  },
});
