import { hash } from 'node:crypto';
import { NO_TRAFFIC, type Traffic } from '../contract/requests.ts';
import type { Authorization } from './client.ts';
import type { Clock } from './clock.ts';
import { createRateGate, type RateGate } from './rate-gate.ts';

/** Milliseconds after which a gate that nobody used is forgotten: longer than any window or pause. */
const KEPT_MS = 10 * 60_000;

export interface RateGates {
  /** A name for a token at its endpoint that tells nothing of either. */
  keyOf(authorization: Authorization): string;
  /** The one gate of a token, whoever uses it: a token that is only being tried keeps it as a connection's. */
  of(key: string, account: string | null): RateGate;
}

export interface RateGatesOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Told how an account's token stands after every change. */
  readonly onTraffic: (account: string, traffic: Traffic) => void;
}

interface Kept {
  readonly gate: RateGate;
  readonly accounts: Set<string>;
  usedAt: number;
}

const isSame = (one: Traffic, other: Traffic): boolean =>
  one.waiting === other.waiting &&
  one.goesOnAt === other.goesOnAt &&
  one.budget?.limit === other.budget?.limit &&
  one.budget?.remaining === other.budget?.remaining &&
  one.budget?.resetAt === other.budget?.resetAt;

/** ClickUp's limits are per token, so there is one gate for each. */
export function createRateGates({ clock, random, onTraffic }: RateGatesOptions): RateGates {
  const kept = new Map<string, Kept>();

  const forgetIdle = (): void => {
    const before = clock.now() - KEPT_MS;
    for (const [key, { usedAt, gate }] of kept) {
      if (usedAt < before && gate.traffic().waiting === 0) kept.delete(key);
    }
  };

  const open = (): Kept => {
    const accounts = new Set<string>();
    let told = NO_TRAFFIC;
    const gate = createRateGate({
      clock,
      random,
      onChange: () => {
        const traffic = gate.traffic();
        if (isSame(traffic, told)) return;
        told = traffic;
        for (const account of accounts) onTraffic(account, traffic);
      },
    });
    return { gate, accounts, usedAt: clock.now() };
  };

  return {
    // A digest, so that no copy of a token outlives the connection's.
    keyOf: ({ endpoint, token }) => hash('sha256', `${endpoint.api}\n${token}`, 'base64'),

    of(key, account) {
      let found = kept.get(key);
      if (found === undefined) {
        forgetIdle();
        found = open();
        kept.set(key, found);
      }
      found.usedAt = clock.now();
      if (account !== null) found.accounts.add(account);
      return found.gate;
    },
  };
}
