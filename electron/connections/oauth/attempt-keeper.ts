import type { DurableStore } from '../../storage/durable-store.ts';
import type { ConnectionsDocument } from '../stored-connections.ts';
import type { Vault } from '../vault.ts';
import type { Attempt } from './attempt.ts';

/** Keeps the one attempt that is pending, over a restart too where the vault can keep secrets. */
export interface AttemptKeeper {
  /** The pending attempt of this run, or null. */
  present(): Attempt | null;
  /** Replaces the pending attempt; answers whether it survives a restart. */
  keep(attempt: Attempt): Promise<boolean>;
  /**
   * The pending attempt, read back from the vault where this run has none. Asked only when an answer
   * has come, since a keychain may prompt.
   */
  recall(): Promise<Attempt | null>;
  /** Ends the pending attempt in memory and on disk. */
  drop(): void;
}

export function createAttemptKeeper(options: {
  readonly store: DurableStore<ConnectionsDocument>;
  readonly vault: Vault;
  /** Unix milliseconds. */
  readonly now: () => number;
}): AttemptKeeper {
  const { store, vault, now } = options;
  let present: Attempt | null = null;

  const write = (attempt: ConnectionsDocument['attempt']): boolean => {
    const before = store.read();
    if (before.attempt === null && attempt === null) return true;
    return store.write({ ...before, attempt }).ok;
  };

  return {
    present: () => present,
    async keep(attempt) {
      present = attempt;
      const sealing = await vault.seal({ kind: 'attempt', ...attempt });
      // Replaced or ended while the keychain was being asked.
      if (present !== attempt) return false;
      if (sealing.kind !== 'sealed') {
        write(null);
        return false;
      }
      return write({ ciphertext: sealing.ciphertext, expiresAt: attempt.expiresAt });
    },
    async recall() {
      const stored = store.read().attempt;
      if (present !== null || stored === null) return present;
      if (now() >= stored.expiresAt) {
        write(null);
        return null;
      }
      const opening = await vault.open(stored.ciphertext);
      if (opening.kind !== 'record' || opening.record.kind !== 'attempt') return null;
      if (store.read().attempt?.ciphertext !== stored.ciphertext) return present;
      const { kind: _attempt, ...attempt } = opening.record;
      present = attempt;
      return attempt;
    },
    drop() {
      present = null;
      write(null);
    },
  };
}
