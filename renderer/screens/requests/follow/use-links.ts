import { useQuery } from '@tanstack/react-query';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';
import type { JsonIndex } from '../../../data/json/json-index.ts';
import { useOperations } from '../../../data/operations.ts';
import { useSession, useStrings } from '../../../data/services.ts';
import { filledSheet, type Sheet, type Workbench } from '../../../data/workbench.ts';
import type { TreeLink } from '../../../ui/json-tree/json-tree.tsx';
import { destinationOf } from './follow.ts';

/** Where the values of an operation's answer lead: one press opens what reads them, and sends it. */
export function useLinks(
  operation: OperationInfo,
  sheet: Sheet,
  workbench: Workbench,
): (index: JsonIndex, node: number) => TreeLink | null {
  const words = useStrings().requests.answer;
  const { workspaceId } = useSession();
  const { data: operations } = useQuery(useOperations());
  const { outcome } = sheet.run;
  return (index, node) => {
    if (operations === undefined || outcome?.kind !== 'answered') return null;
    const asked = { operation, parameters: outcome.parameters, workspaceId };
    const destination = destinationOf(operations, asked, index, node);
    if (destination === null) return null;
    const { id, title } = destination.operation;
    return {
      label: words.open(title),
      follow: () =>
        workbench.trail.follow(
          { operationId: operation.id, sheet },
          {
            operationId: id,
            sheet: filledSheet({ parameters: destination.parameters, isWanted: true }),
          },
        ),
    };
  };
}
