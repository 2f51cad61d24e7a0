import type { OperationInfo } from '../../../electron/contract/operations.ts';
import { requestDifferences } from '../spec/compare.ts';
import type { Specification } from '../spec/openapi.ts';
import { factsOf } from './facts.ts';
import { KNOWN_REFUSALS, UNDECLARED } from './known-refusals.ts';

/** Why a server that believes ClickUp's file may refuse a request that is right all the same. */
export interface Excuse {
  /** Such as `body name`. */
  readonly at: string;
  /** Whether only that something was left out is excused. */
  readonly isOfNeed: boolean;
  readonly excuses: (problem: string) => boolean;
}

/**
 * The excuses for an operation: where the catalogue differs from the file, which is judged once, by
 * specification.test.ts, and what known-refusals.ts adds. That an id is a number there excuses
 * nothing, since the tests send ids of digits.
 */
export function excusesOf(
  operation: OperationInfo,
  specification: Specification | null,
): readonly Excuse[] {
  const differences =
    specification === null ? [] : requestDifferences(factsOf(operation), specification);
  const ofDifferences = differences
    .filter(({ what }) => !what.endsWith(': string, declared number'))
    .map(({ what }) => excuse(what.split(': ')[0] ?? what, what.endsWith('declared otherwise')));
  return [
    ...ofDifferences,
    ...KNOWN_REFUSALS.filter(({ operations }) => operations.includes(operation.id)).map(({ at }) =>
      excuse(at, false),
    ),
    ...UNDECLARED.filter((each) => each.operation === operation.id).map(({ at }) =>
      excuse(at, false),
    ),
  ];
}

const excuse = (at: string, isOfNeed: boolean): Excuse => ({
  at,
  isOfNeed,
  excuses: (problem) =>
    problem.startsWith(`${at}:`) && (!isOfNeed || /missing|received undefined/u.test(problem)),
});
