import { assertNever } from '../contract/errors.ts';
import type { StoredPlace } from '../contract/session.ts';
import type { Sealing } from './vault.ts';

/** Where a secret is: on disk as a ciphertext, or in memory for this run. */
export type HeldSecret =
  | {
      readonly kind: 'stored';
      readonly ciphertext: string;
      readonly place: StoredPlace;
    }
  /** `weakCiphertext` is what would be stored if the person chose to; null where nothing could encrypt. */
  | { readonly kind: 'memory'; readonly weakCiphertext: string | null };

/** Where a sealed record should lie: on disk only where the system encrypted it truly. */
export function secretOf(sealing: Sealing): HeldSecret {
  switch (sealing.kind) {
    case 'sealed':
      return { kind: 'stored', ciphertext: sealing.ciphertext, place: sealing.place };
    case 'insecure':
      return { kind: 'memory', weakCiphertext: sealing.ciphertext };
    case 'unavailable':
      return { kind: 'memory', weakCiphertext: null };
    default:
      return assertNever(sealing);
  }
}
