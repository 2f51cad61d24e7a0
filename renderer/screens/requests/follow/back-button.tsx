import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useOperations } from '../../../data/operations.ts';
import { useServices } from '../../../data/services.ts';
import { useStore } from '../../../data/store.ts';
import type { Workbench } from '../../../data/workbench.ts';
import { Button } from '../../../ui/button.tsx';
import type { Key } from '../../../ui/keys.ts';
import { useKey } from '../../../ui/use-key.ts';

const KEYS: Readonly<Record<'darwin' | 'others', readonly Key[]>> = {
  darwin: ['mod', '['],
  others: ['Alt', '←'],
};

/** Leads back to the answer whose id was followed; nothing where none was. */
export function BackButton({ workbench }: { workbench: Workbench }) {
  const { strings, app } = useServices();
  const { data: operations } = useQuery(useOperations());
  const last = useStore(workbench.trail, (steps) => steps.at(-1));
  useKey((event) => {
    const isBack =
      app.platform === 'darwin'
        ? event.metaKey && event.key === '['
        : event.altKey && event.key === 'ArrowLeft';
    if (!isBack || last === undefined) return;
    event.preventDefault();
    workbench.trail.back();
  });
  if (last === undefined) return null;
  const title = operations?.find(({ id }) => id === last.operationId)?.title ?? last.operationId;
  return (
    <Button
      size="s"
      variant="ghost"
      icon={<ArrowLeft aria-hidden size={13} />}
      keys={app.platform === 'darwin' ? KEYS.darwin : KEYS.others}
      aria-label={strings.requests.answer.back(title)}
      title={strings.requests.answer.back(title)}
      onClick={() => workbench.trail.back()}
    >
      <span className="max-w-[180px] truncate @max-[480px]:hidden">
        {strings.requests.answer.back(title)}
      </span>
      <span aria-hidden className="hidden @max-[480px]:inline">
        {strings.requests.answer.backShort}
      </span>
    </Button>
  );
}
