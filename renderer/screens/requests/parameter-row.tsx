import { useId } from 'react';
import type { ParameterInfo } from '../../../electron/contract/requests.ts';
import { useStrings } from '../../data/services.ts';
import type { Draft } from '../../data/workbench.ts';
import { ParameterControl } from './parameter-control.tsx';
import type { ParameterProblem } from './parameters.ts';

interface ParameterRowProps {
  readonly parameter: ParameterInfo;
  readonly draft: Draft;
  readonly problem: ParameterProblem | null;
  onChange(draft: Draft): void;
}

/** A parameter's name and control on one line; what it means is its tooltip and description. */
export function ParameterRow({ parameter, draft, problem, onChange }: ParameterRowProps) {
  const words = useStrings().requests;
  const id = useId();
  return (
    <div className="grid grid-cols-[minmax(96px,30%)_minmax(0,1fr)] items-start gap-3">
      <label
        htmlFor={id}
        title={parameter.about}
        className="flex h-7 items-center gap-1 font-mono text-s text-ink-2"
      >
        <span className="truncate">{parameter.name}</span>
        {parameter.required && (
          <span aria-hidden className="text-bad">
            *
          </span>
        )}
      </label>
      <ParameterControl
        id={id}
        parameter={parameter}
        draft={draft}
        problem={problem === null ? null : words.problems[problem]}
        describedBy={`${id}-about`}
        onChange={onChange}
      />
      <span id={`${id}-about`} hidden>
        {parameter.about}
      </span>
    </div>
  );
}
