import type { Random } from './data/random.ts';
import type {
  Fault,
  FaultAction,
  FaultMatch,
  FaultModifier,
  FaultOutcome,
  RequestTarget,
} from './faults.ts';

/** What hits one request. */
export interface Hits {
  /** The first outcome in force that matches. */
  readonly outcome: FaultOutcome | null;
  readonly latencyMs: number;
  readonly invisibleMs: number;
  /** Everything above by name, in the order given. */
  readonly kinds: readonly FaultAction['kind'][];
}

export interface FaultPlan {
  /** Replaces the faults in force. */
  set(faults: readonly Fault[]): void;
  /** What hits a request; counts it. A fault that another outcome forestalls is not used up. */
  take(target: RequestTarget): Hits;
}

interface Armed {
  readonly fault: Fault;
  left: number;
}

const isModifier = (fault: FaultAction): fault is FaultModifier =>
  fault.kind === 'latency' || fault.kind === 'delayedVisibility';

/** Holds the faults in force. `random` decides on probabilities and jitter. */
export function createFaultPlan(random: Random): FaultPlan {
  let armed: readonly Armed[] = [];
  return {
    set(faults) {
      armed = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    take(target) {
      let outcome: FaultOutcome | null = null;
      let latencyMs = 0;
      let invisibleMs = 0;
      const kinds: FaultAction['kind'][] = [];
      for (const entry of armed) {
        const { fault } = entry;
        const forestalled = outcome !== null && !isModifier(fault);
        if (entry.left <= 0 || forestalled || !matches(fault.match, target)) continue;
        if (fault.probability !== undefined && !random.chance(fault.probability)) continue;
        entry.left -= 1;
        kinds.push(fault.kind);
        if (!isModifier(fault)) outcome = fault;
        else if (fault.kind === 'delayedVisibility') invisibleMs += fault.ms;
        else latencyMs += fault.ms + random.fraction() * (fault.jitterMs ?? 0);
      }
      return { outcome, latencyMs, invisibleMs, kinds };
    },
  };
}

function matches(match: FaultMatch | undefined, { method, path }: RequestTarget): boolean {
  if (match?.method !== undefined && match.method !== method) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === path : path.search(match.path) >= 0;
}
