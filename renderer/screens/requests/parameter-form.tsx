import { ChevronRight } from 'lucide-react';
import type { OperationInfo, ParameterInfo } from '../../../electron/contract/requests.ts';
import { useServices, useSession } from '../../data/services.ts';
import type { Sheet, Workbench } from '../../data/workbench.ts';
import { ParameterRow } from './parameter-row.tsx';
import { draftOf, type ParameterProblem } from './parameters.ts';

/** So few optional parameters are shown without asking. */
const FEW = 4;

interface ParameterFormProps {
  readonly operation: OperationInfo;
  readonly sheet: Sheet;
  readonly problems: ReadonlyMap<string, ParameterProblem>;
  readonly workbench: Workbench;
}

/** The parameters of an operation: what it needs first, what it also takes behind a fold. */
export function ParameterForm({ operation, sheet, problems, workbench }: ParameterFormProps) {
  const { strings } = useServices();
  const { workspaceId } = useSession();
  const words = strings.requests;
  const needed = operation.parameters.filter((parameter) => parameter.required);
  const optional = operation.parameters.filter((parameter) => !parameter.required);
  const isUnfolded = sheet.unfolded ?? optional.length <= FEW;
  const isSet = (parameter: ParameterInfo): boolean =>
    draftOf(parameter, sheet.drafts, workspaceId).length > 0;
  const set = optional.filter(isSet).length;

  if (operation.parameters.length === 0) return null;

  const row = (parameter: ParameterInfo) => (
    <ParameterRow
      key={parameter.name}
      parameter={parameter}
      draft={draftOf(parameter, sheet.drafts, workspaceId)}
      problem={sheet.attempted ? (problems.get(parameter.name) ?? null) : null}
      onChange={(draft) => workbench.type(operation.id, parameter.name, draft)}
    />
  );

  return (
    <fieldset
      aria-label={words.parameters}
      className="-mx-1 grid min-w-0 max-h-[46%] shrink-0 short:max-h-[36%] auto-rows-min gap-1.5 scroll-py-1 overflow-y-auto p-1"
    >
      {needed.map(row)}
      {optional.length > FEW && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => workbench.change(operation.id, { unfolded: !isUnfolded })}
          className="fade -ml-1 flex h-7 items-center gap-1 justify-self-start rounded-s pr-2 pl-1 text-s font-medium text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ChevronRight aria-hidden size={13} className={isUnfolded ? 'rotate-90' : undefined} />
          {words.optional(optional.length)}
          {set > 0 && <span className="text-accent">{words.optionalSet(set)}</span>}
        </button>
      )}
      {isUnfolded && optional.map(row)}
    </fieldset>
  );
}
