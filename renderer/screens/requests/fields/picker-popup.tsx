import { Check, ChevronLeft, ChevronRight, CornerDownLeft, RotateCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Reference } from '../../../../electron/contract/operations.ts';
import type { Place } from '../../../data/choices/sections.ts';
import { explain } from '../../../data/errors.ts';
import { useServices, useStrings } from '../../../data/services.ts';
import { classes } from '../../../ui/classes.ts';
import { ColorDot } from '../../../ui/color-dot.tsx';
import { Listbox, ListGroup, Option } from '../../../ui/listbox.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { PickerGroup, PickerRow } from './picker-rows.ts';

interface PickerPopupProps {
  readonly id: string;
  /** The CSS name of the field it hangs from. */
  readonly anchor: string;
  readonly of: Reference;
  readonly groups: readonly PickerGroup[];
  readonly rows: readonly PickerRow[];
  readonly steps: readonly Place[];
  readonly pointed: PickerRow | undefined;
  readonly chosen: readonly string[];
  /** The task's own place is being read. */
  readonly isResolving: boolean;
  /** Whether the request names a place to begin at. */
  readonly hasStart: boolean;
  onChoose(row: PickerRow): void;
}

/** The choices of a picker, above everything else, at their field. */
export function PickerPopup(props: PickerPopupProps) {
  const { id, anchor, of, groups, rows, steps, isResolving } = props;
  const words = useStrings().requests.picker;
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => popup.current?.showPopover(), []);
  const back = rows.find((row) => row.kind === 'back');
  const typed = rows.find((row) => row.kind === 'typed');
  const isLoading = isResolving || groups.some(({ section }) => section.state.kind === 'loading');
  const isEmpty =
    !isLoading &&
    typed === undefined &&
    groups.every(
      ({ rows: found, section }) => found.length === 0 && section.state.kind === 'ready',
    );
  const row = (one: PickerRow) => <Row key={one.key} {...props} row={one} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- presses only keep the focus in the field
    <div
      ref={popup}
      popover="manual"
      style={{ positionAnchor: anchor }}
      onMouseDown={(event) => event.preventDefault()}
      className="anchored rounded-m border border-line-strong bg-raised p-1 text-m text-ink shadow-l"
    >
      <Listbox
        id={id}
        label={words.list(words.kinds[of])}
        hidden={rows.length === 0}
        className="min-h-0"
      >
        {back !== undefined && row(back)}
        {groups.map(({ section, rows: found }) =>
          found.length === 0 ? null : (
            <ListGroup
              key={`${section.of}-${section.place.id}`}
              aria-label={words.kinds[section.of]}
            >
              <div
                aria-hidden
                className="truncate px-2 pt-1.5 pb-0.5 text-xs font-semibold text-ink-3"
              >
                {section.isWanted && section.of === 'task' && section.place.of === 'workspace'
                  ? words.recentTasks
                  : words.kinds[section.of]}
              </div>
              {found.map(row)}
            </ListGroup>
          ),
        )}
        {typed !== undefined && row(typed)}
      </Listbox>
      {isLoading && <Loading />}
      {isEmpty && (
        <p className="px-2 py-1.5 text-s text-pretty text-ink-2">
          {!props.hasStart && steps.length === 0 ? words.noStart : words.none(words.kinds[of])}
        </p>
      )}
      <output className="sr-only">{isLoading ? words.loading : ''}</output>
    </div>
  );
}

function Loading() {
  return (
    <div aria-hidden className="grid gap-[15px] px-2 py-2.5">
      {[132, 96, 148].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}

const ICON = { size: 13, 'aria-hidden': true } as const;

function Row({
  id,
  of,
  row,
  steps,
  pointed,
  chosen,
  onChoose,
}: PickerPopupProps & { readonly row: PickerRow }) {
  const isChosen = row.kind === 'choice' && chosen.includes(row.choice.id);
  return (
    <Option
      id={`${id}-${row.key}`}
      selected={isChosen}
      onChoose={() => onChoose(row)}
      className={classes(
        'flex h-[29px] items-center gap-2 rounded-s px-2',
        row.key === pointed?.key ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <Content row={row} of={of} isChosen={isChosen} from={steps.at(-1)?.name ?? ''} />
    </Option>
  );
}

interface ContentProps extends Pick<PickerPopupProps, 'of'> {
  readonly row: PickerRow;
  readonly isChosen: boolean;
  /** The place that the way back leads out of. */
  readonly from: string;
}

function Content({ row, of, isChosen, from }: ContentProps) {
  const { strings, clock } = useServices();
  const words = strings.requests.picker;
  switch (row.kind) {
    case 'choice': {
      const { name, id, color, detail } = row.choice;
      return (
        <>
          {color !== null && <ColorDot color={color} />}
          <span className="min-w-0 truncate">{name}</span>
          {detail !== null && (
            <span className="min-w-0 shrink-[2] truncate text-s text-ink-3">{detail}</span>
          )}
          <span className="ml-auto flex shrink-0 items-center gap-1.5 pl-2 font-mono text-xs text-ink-3">
            {name !== id && id}
            {isChosen && <Check {...ICON} className="text-accent" />}
          </span>
        </>
      );
    }
    case 'place':
      return (
        <>
          {row.color !== null && <ColorDot color={row.color} />}
          <span className="min-w-0 truncate">{row.place.name}</span>
          <ChevronRight {...ICON} className="ml-auto shrink-0 text-ink-3" />
        </>
      );
    case 'back':
      return (
        <>
          <ChevronLeft {...ICON} className="shrink-0 text-ink-3" />
          <span className="truncate font-medium text-ink-2">{from}</span>
        </>
      );
    case 'typed':
      return (
        <>
          <CornerDownLeft {...ICON} className="shrink-0 text-ink-3" />
          <span className="min-w-0 truncate">
            {words.takeTyped(of)} <code className="font-mono text-s">{row.id}</code>
          </span>
        </>
      );
    case 'retry': {
      const told = explain(row.error, strings, clock.now());
      return (
        <>
          <RotateCw {...ICON} className="shrink-0 text-bad" />
          <span className="min-w-0 truncate" title={`${told.title}. ${told.advice}`}>
            {told.title}.
          </span>
          <span className="ml-auto shrink-0 text-s text-ink-2">{strings.errors.actions.retry}</span>
        </>
      );
    }
  }
}
