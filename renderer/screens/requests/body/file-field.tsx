import { FileUp, X } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { ChosenFile } from '../../../../electron/contract/files.ts';
import { useChooseUpload } from '../../../data/files.ts';
import { explain } from '../../../data/errors.ts';
import { useServices } from '../../../data/services.ts';

import { Button, IconButton } from '../../../ui/button.tsx';

interface FileFieldProps {
  readonly name: string;
  readonly file: ChosenFile | null;
  readonly isMissing: boolean;
  onChoose(file: ChosenFile | null): void;
}

/** A file to send, chosen in the system's own dialog. It goes with one request, then it is asked for again. */
export function FileField({ name, file, isMissing, onChoose }: FileFieldProps) {
  const { strings, clock } = useServices();
  const words = strings.requests.file;
  const id = useId();
  const choose = useMutation(useChooseUpload());
  const failed =
    choose.error === null || choose.error.error.kind === 'cancelled'
      ? null
      : explain(choose.error.error, strings, clock.now());
  const pick = (): void =>
    choose.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen !== null) onChoose(chosen);
      },
    });
  return (
    <div className="grid min-w-0 grid-cols-[minmax(96px,30%)_minmax(0,1fr)] items-start gap-3">
      <div className="flex h-7 min-w-0 items-center gap-1">
        <label htmlFor={id} className="min-w-0 truncate font-mono text-s text-ink-2">
          {name}
        </label>
        <span aria-hidden className="text-s text-bad">
          *
        </span>
      </div>
      <div className="flex min-h-7 min-w-0 items-center gap-2">
        <Button
          id={id}
          aria-label={`${name}: ${file === null ? words.choose : words.other}`}
          busy={choose.isPending}
          icon={<FileUp aria-hidden size={13} />}
          data-field="file"
          data-needed={file === null}
          aria-describedby={`${id}-told`}
          onClick={pick}
        >
          {file === null ? words.choose : words.other}
        </Button>
        <span id={`${id}-told`} className="flex min-w-0 items-center gap-1.5 text-s">
          {file !== null ? (
            <>
              <span className="truncate">{file.name}</span>
              <span className="figures shrink-0 text-ink-3">
                {strings.format.bytes(file.bytes)}
              </span>
            </>
          ) : failed !== null ? (
            <span role="alert" className="text-pretty text-bad">
              {`${failed.title}. ${failed.advice}`}
            </span>
          ) : isMissing ? (
            <span role="alert" className="text-xs text-bad">
              {words.missing}
            </span>
          ) : (
            <span className="text-ink-3">{words.once}</span>
          )}
        </span>
        {file !== null && (
          <IconButton size="s" label={words.remove} onClick={() => onChoose(null)}>
            <X aria-hidden size={12} />
          </IconButton>
        )}
      </div>
    </div>
  );
}
