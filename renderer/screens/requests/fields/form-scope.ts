import { createContext, use } from 'react';
import type { Known } from '../../../data/choices/sections.ts';
import { type Path, pathKey, type Problem } from './check-shape.ts';

/** What the fields of one request share. */
interface FormScope {
  /** The places that the request names already, from which choices begin. */
  readonly known: Known;
  /** What is wrong, by path; empty until sending was tried. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** The folds that were opened or closed by hand, by path. */
  readonly folds: Readonly<Record<string, boolean>>;
  onFold(key: string, isOpen: boolean): void;
}

export const FormScopeContext = createContext<FormScope | null>(null);

/** What the fields share. Throws outside of a form. */
export function useFormScope(): FormScope {
  const scope = use(FormScopeContext);
  if (scope === null) throw new Error('No form above this field.');
  return scope;
}

/** Whether a fold is open, and how to turn it. */
export function useFold(path: Path, isOpenAtFirst: boolean): readonly [boolean, () => void] {
  const { folds, onFold } = useFormScope();
  const key = pathKey(path);
  const isOpen = folds[key] ?? isOpenAtFirst;
  return [isOpen, () => onFold(key, !isOpen)];
}
