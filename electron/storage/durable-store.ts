import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Store from 'electron-store';
import { assertNever, fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import { storageError, syncToDisk } from './disk.ts';
import { type Format, readGeneration } from './generation.ts';

/** What was found when a store was opened. `quarantinedAs` names the file that keeps the bytes. */
export type StoreCondition =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'read' }
  | { readonly kind: 'restored'; readonly quarantinedAs: string }
  | { readonly kind: 'lost'; readonly quarantinedAs: string }
  | { readonly kind: 'newer'; readonly version: number }
  /** The file can be neither read nor moved now. It is left alone: this run writes nothing over it. */
  | { readonly kind: 'locked' };

export interface DurableStore<Document> {
  readonly condition: StoreCondition;
  /** The document as of the last successful write. */
  read(): Document;
  /** Replaces the document. On an error the file holds what it held before. */
  write(document: Document): Result<null>;
  /**
   * Removes the previous generation, every quarantined file and what a killed writer left behind
   * (requirement T5). An error where one of them stays.
   */
  forgetCopies(): Result<null>;
  /** Removes every file of this store, the document too. An error where one of them stays. */
  erase(): Result<null>;
}

export interface DurableStoreOptions<Document> extends Format<Document> {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** File name without its ending. */
  readonly name: string;
  readonly empty: Document;
  /** Called when electron-store has been set up, which registers an IPC channel of its own. */
  readonly onSetUp: () => void;
  /** Unix milliseconds, for the name of a quarantined file. */
  readonly now: () => number;
}

interface Opened<Document> {
  readonly condition: StoreCondition;
  readonly document: Document;
}

const NEWER: PerchError = { kind: 'storage', cause: 'newer' };
const READ_ONLY: PerchError = { kind: 'storage', cause: 'readOnly' };

/**
 * A small JSON document on disk through electron-store, made safe against what its writer can do on
 * a full disk (cut the file short and report success): the present generation is copied and fsynced
 * first, each write is read back, and a mismatch is undone. A damaged file, an empty one included,
 * is moved aside and never deleted; the previous generation takes its place where it is good.
 * Opening never throws.
 */
export function openDurableStore<Document extends object>(
  options: DurableStoreOptions<Document>,
): DurableStore<Document> {
  const { folder, name } = options;
  const path = join(folder, `${name}.json`);
  const previousPath = join(folder, `${name}.previous.json`);
  const { condition, document: found } = open();
  let current = found;
  let store: Store<{ version: number; document: Document }> | null = null;

  return {
    condition,
    read: () => current,
    write(document) {
      if (condition.kind === 'newer') return fail(NEWER);
      if (condition.kind === 'locked') return fail(READ_ONLY);
      // Parsed once here, so that what is read back can be compared text by text.
      const normal = options.parse(document);
      if (normal === null) return fail({ kind: 'internal' });
      const kept = keepPresent();
      if (!kept.ok) return kept;
      try {
        store ??= setUp();
        store.store = { version: options.version, document: normal };
        syncToDisk(path);
        syncToDisk(folder);
        if (holds(normal)) {
          current = normal;
          return ok(null);
        }
        putBack(kept.value);
        return fail({ kind: 'storage', cause: 'full' });
      } catch (failure) {
        putBack(kept.value);
        return fail(storageError(failure));
      }
    },
    forgetCopies() {
      if (condition.kind === 'newer') return ok(null);
      if (condition.kind === 'locked') return fail(READ_ONLY);
      try {
        return allRemoved(copies());
      } catch (failure) {
        return fail(storageError(failure));
      }
    },
    erase() {
      try {
        current = options.empty;
        return allRemoved([...copies(), basename(path)]);
      } catch (failure) {
        return fail(storageError(failure));
      }
    },
  };

  function setUp(): Store<{ version: number; document: Document }> {
    const made = new Store<{ version: number; document: Document }>({
      cwd: folder,
      name,
      clearInvalidConfig: false,
      // Readable by this user alone: under a weak key the file is as good as the tokens in it.
      configFileMode: 0o600,
    });
    options.onSetUp();
    return made;
  }

  function open(): Opened<Document> {
    const present = readGeneration(path, options);
    switch (present.kind) {
      case 'good':
        return { condition: { kind: 'read' }, document: present.document };
      case 'newer':
        return { condition: present, document: options.empty };
      case 'locked':
        return { condition: present, document: options.empty };
      case 'missing':
        return fromPrevious({ kind: 'read' }) ?? untouched({ kind: 'fresh' });
      case 'damaged': {
        const aside = setAside();
        if (!aside.ok) return untouched({ kind: 'locked' });
        const quarantinedAs = aside.value;
        const restored = fromPrevious({ kind: 'restored', quarantinedAs });
        return restored ?? untouched({ kind: 'lost', quarantinedAs });
      }
      default:
        return assertNever(present);
    }
  }

  function untouched(condition: StoreCondition): Opened<Document> {
    return { condition, document: options.empty };
  }

  /** The previous generation in the present one's place; null where it is not good either. */
  function fromPrevious(condition: StoreCondition): Opened<Document> | null {
    const previous = readGeneration(previousPath, options);
    if (previous.kind !== 'good') return null;
    takeBackPrevious();
    return { condition, document: previous.document };
  }

  /** By its name, not its bytes: this needs no room on a full disk and is never half done. */
  function takeBackPrevious(): void {
    try {
      renameSync(previousPath, path);
    } catch {
      // It is still there under its own name, where the next start finds it.
    }
  }

  function setAside(): Result<string> {
    const aside = join(folder, `${name}.quarantined-${options.now()}.json`);
    try {
      renameSync(path, aside);
      return ok(basename(aside));
    } catch (failure) {
      return fail(storageError(failure));
    }
  }

  /** Copies the present generation before it is replaced; answers whether there is one. */
  function keepPresent(): Result<boolean> {
    const present = readGeneration(path, options);
    switch (present.kind) {
      case 'missing':
        return ok(false);
      case 'newer':
        return fail(NEWER);
      case 'locked':
        return fail(READ_ONLY);
      case 'damaged': {
        const aside = setAside();
        return aside.ok ? ok(false) : aside;
      }
      case 'good':
        return copyPresent();
      default:
        return assertNever(present);
    }
  }

  function copyPresent(): Result<boolean> {
    const half = `${previousPath}.half`;
    try {
      copyFileSync(path, half);
      syncToDisk(half);
      renameSync(half, previousPath);
      syncToDisk(folder);
      return ok(true);
    } catch (failure) {
      removed(basename(half));
      return fail(storageError(failure));
    }
  }

  /** Undoes a write that failed: the generation from before, or no file where there was none. */
  function putBack(wasKept: boolean): void {
    if (wasKept && holds(current)) return;
    if (wasKept) takeBackPrevious();
    else removed(basename(path));
  }

  function holds(document: Document): boolean {
    const present = readGeneration(path, options);
    return present.kind === 'good' && JSON.stringify(present.document) === JSON.stringify(document);
  }

  /** Every file of this store but the present generation: its writer's leftovers begin with its name too. */
  function copies(): readonly string[] {
    return readdirSync(folder).filter(
      (file) => file.startsWith(`${name}.`) && file !== basename(path),
    );
  }

  function allRemoved(files: readonly string[]): Result<null> {
    const [error] = files.flatMap(removed);
    return error === undefined ? ok(null) : fail(error);
  }

  /** Removes a file of the folder; no error where it is gone, one where it stays. */
  function removed(file: string): readonly PerchError[] {
    try {
      rmSync(join(folder, file), { force: true, recursive: true });
      return [];
    } catch (failure) {
      return [storageError(failure)];
    }
  }
}
