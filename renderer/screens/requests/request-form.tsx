import { useMemo } from 'react';
import type { OperationInfo, Reference } from '../../../electron/contract/operations.ts';
import type { Known } from '../../data/choices/sections.ts';
import { fieldOf, textOf } from '../../data/json-text.ts';
import { useStrings } from '../../data/services.ts';
import type { Sheet, Workbench } from '../../data/workbench.ts';
import { classes } from '../../ui/classes.ts';
import { BodySection } from './body/body-section.tsx';
import type { Composed } from './compose.ts';
import { pathKey, type Problem } from './fields/check-shape.ts';
import { FieldList } from './fields/field-list.tsx';
import { FormScopeContext } from './fields/form-scope.ts';

interface RequestFormProps {
  readonly operation: OperationInfo;
  readonly sheet: Sheet;
  readonly composed: Composed;
  readonly workspaceId: string | null;
  readonly workbench: Workbench;
}

/** The places that the parameters name, for choices to begin at. */
function knownOf(
  { parameters }: OperationInfo,
  values: Sheet['values'],
  workspaceId: string | null,
): Known {
  const given = parameters.flatMap(({ name, shape }): [Reference, string][] => {
    const id = textOf(fieldOf(values, name)).trim();
    return shape.type === 'id' && id !== '' ? [[shape.names, id]] : [];
  });
  return {
    ...(workspaceId === null ? {} : { workspace: workspaceId }),
    ...Object.fromEntries(given.toReversed()),
  };
}

/** Everything an operation takes: its parameters, then its body. */
export function RequestForm(props: RequestFormProps) {
  const { operation, sheet, composed, workspaceId, workbench } = props;
  const words = useStrings().requests;
  const { parameterProblems, bodyProblems, values } = composed;
  const scope = useMemo(() => {
    const problems: readonly (readonly [string, Problem])[] = [
      ...parameterProblems.map(({ path, problem }) => [pathKey(path), problem] as const),
      ...bodyProblems
        .filter(({ problem }) => problem !== 'unknown')
        .map(({ path, problem }) => [pathKey(['body', ...path]), problem] as const),
    ];
    return {
      known: knownOf(operation, values, workspaceId),
      problems: new Map(sheet.attempted ? problems : []),
      folds: sheet.folds,
      onFold: (key: string, isOpen: boolean) =>
        workbench.change(operation.id, { folds: { ...sheet.folds, [key]: isOpen } }),
    };
  }, [
    operation,
    values,
    workspaceId,
    parameterProblems,
    bodyProblems,
    sheet.attempted,
    sheet.folds,
    workbench,
  ]);
  const { body } = operation;
  if (operation.parameters.length === 0 && body === undefined) return null;
  return (
    <FormScopeContext value={scope}>
      <fieldset
        aria-label={words.parameters}
        className={classes(
          '-mx-1 grid min-w-0 shrink-0 auto-rows-min gap-1.5 scroll-py-1 overflow-y-auto p-1',
          body === undefined ? 'max-h-[46%] short:max-h-[36%]' : 'max-h-[60%] short:max-h-[52%]',
        )}
      >
        <FieldList
          path={[]}
          fields={operation.parameters}
          values={values}
          foldText={words.optional}
          setText={words.optionalSet}
          onChange={(name, value) => workbench.set(operation.id, name, value)}
        />
        {body !== undefined && (
          <BodySection
            operation={operation}
            body={body}
            sheet={sheet}
            workbench={workbench}
            mismatches={bodyProblems}
          />
        )}
      </fieldset>
    </FormScopeContext>
  );
}
