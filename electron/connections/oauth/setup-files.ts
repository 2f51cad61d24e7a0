import { fail, ok, type PerchError, type Result } from '../../contract/errors.ts';
import {
  LONGEST_SETUP_FILE,
  type OAuthApp,
  type Redirect,
  type SetupPreview,
  type SetupSecret,
} from '../../contract/oauth.ts';
import { exchangeAddress } from './exchange.ts';
import type { OAuthApps } from './oauth-apps.ts';
import { readRedirect } from './redirects.ts';
import {
  openSecret,
  readSetup,
  type ScryptCost,
  sealSecret,
  type SetupFile,
  SHORTEST_PASSPHRASE,
  writeSetup,
} from './setup-file.ts';

/** The system's dialogs and the disk, as far as set-up files need them. The renderer names no path. */
export interface SetupDialogs {
  /** Writes a text where the person says. Errors: `cancelled`, `storage`. */
  save(text: string): Promise<Result<null>>;
  /** The text of the file the person chooses, or its beginning. Errors: `cancelled`, `invalid(file)`. */
  open(): Promise<Result<string>>;
}

export interface SetupFilesOptions {
  readonly apps: OAuthApps;
  readonly dialogs: SetupDialogs;
  /** A new random UUID. */
  readonly newId: () => string;
  /** That many random bytes from a CSPRNG. */
  readonly random: (bytes: number) => Buffer;
  /** What a guess at a passphrase costs; as much as is advised where not given. */
  readonly cost?: ScryptCost;
}

/** A team's set-up files, out of Perch and into it. */
export interface SetupFiles {
  /**
   * Writes an app's set-up file. Errors also: `notFound`, `invalid(passphrase | endpoint | secret)`,
   * those of the vault, which is asked only for a secret to seal.
   */
  write(appId: string, secret: SetupSecret): Promise<Result<null>>;
  choose(): Promise<Result<SetupPreview>>;
  /** Reads a text as a set-up file. Gives `invalid(file)` where it is none that this Perch can use. */
  read(text: string): Result<SetupPreview>;
  /**
   * Adds the app of the file that was read last, or changes the one with its client id. Errors:
   * `notFound` where that file was not the last, `invalid(passphrase)`, those of saving an app.
   */
  add(setupId: string, passphrase: string | null): Promise<Result<OAuthApp>>;
}

const invalid = (field: string, reason: string): { ok: false; error: PerchError } =>
  fail({ kind: 'invalid', field, reason, said: null });

const NO_SETUP = invalid('file', 'This is not a set-up file of Perch, or it is damaged.');
const TOO_LONG = invalid('file', 'This is not a set-up file of Perch: it is too long.');
const NEWER = invalid('file', 'It was made by a newer Perch. Update this one, then open it again.');

export function createSetupFiles(options: SetupFilesOptions): SetupFiles {
  const { apps, dialogs } = options;
  let last: { readonly id: string; readonly setup: SetupFile } | null = null;

  const read = (text: string): Result<SetupPreview> => {
    if (Buffer.byteLength(text) > LONGEST_SETUP_FILE) return TOO_LONG;
    const found = readSetup(text);
    if (found.kind === 'newer') return NEWER;
    if (found.kind === 'none') return NO_SETUP;
    const { clientId, redirectUris, secret } = found.setup;
    const redirects = redirectUris.map(readRedirect);
    const usable: readonly Redirect[] = redirects.flatMap((one) =>
      one.kind === 'redirect' ? [one.redirect] : [],
    );
    const address = secret.kind === 'endpoint' ? exchangeAddress(secret.address) : null;
    // Shown and checked before anything of it is used: it came from somebody else.
    if (usable.length < redirects.length) return NO_SETUP;
    if (secret.kind === 'endpoint' && address === null) return NO_SETUP;
    last = { id: options.newId(), setup: found.setup };
    return ok({
      setupId: last.id,
      clientId,
      redirects: usable,
      secret: address === null ? { kind: 'sealed' } : { kind: 'endpoint', address },
    });
  };

  return {
    async write(appId, secret) {
      const app = apps.find(appId);
      if (app === null) return fail({ kind: 'notFound', said: null });
      const beside = {
        clientId: app.clientId,
        redirectUris: app.redirects.map(({ uri }) => uri),
      };
      if (secret.kind === 'endpoint') {
        const address = exchangeAddress(secret.address);
        return address === null
          ? invalid('endpoint', 'An exchange endpoint is an https address.')
          : dialogs.save(writeSetup({ ...beside, secret: { kind: 'endpoint', address } }));
      }
      const { passphrase } = secret;
      if ([...passphrase].length < SHORTEST_PASSPHRASE) {
        return invalid(
          'passphrase',
          `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`,
        );
      }
      const exchange = await apps.exchangeOf(appId);
      if (!exchange.ok) return exchange;
      if (exchange.value.kind === 'endpoint') {
        return invalid('secret', 'There is none here to seal: the endpoint keeps it.');
      }
      const sealed = await sealSecret(
        exchange.value.secret,
        passphrase,
        beside,
        options.random,
        options.cost,
      );
      return dialogs.save(writeSetup({ ...beside, secret: sealed }));
    },

    async choose() {
      const text = await dialogs.open();
      return text.ok ? read(text.value) : text;
    },

    read,

    async add(setupId, passphrase) {
      if (last?.id !== setupId) return fail({ kind: 'notFound', said: null });
      const { setup } = last;
      const present = apps.all().find(({ clientId }) => clientId === setup.clientId)?.id ?? null;
      const { clientId, redirectUris } = setup;
      if (setup.secret.kind === 'endpoint') {
        return apps.save(present, { clientId, redirectUris, exchange: setup.secret });
      }
      const secret = passphrase === null ? null : await openSecret(setup.secret, passphrase, setup);
      if (secret === null) {
        return invalid('passphrase', 'The passphrase does not open this file.');
      }
      return apps.save(present, {
        clientId,
        redirectUris,
        exchange: { kind: 'secret', secret },
      });
    },
  };
}
