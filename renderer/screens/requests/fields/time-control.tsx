import { textOf } from '../../../data/json-text.ts';
import { useSession, useStrings } from '../../../data/services.ts';
import { activeConnection } from '../../../data/session-store.ts';
import { readWallTime, writeWallTime, zoneCity, zoneOf } from '../../../data/zoned-time.ts';
import { InlineField } from '../../../ui/field.tsx';
import { attributesOf, type ControlProps } from './control-props.ts';

/** A point in time, typed as the person's ClickUp would show it, sent in Unix milliseconds. */
export function TimeControl(props: ControlProps) {
  const { value, problem, onChange } = props;
  const words = useStrings().requests.time;
  const named = activeConnection(useSession())?.user.timezone ?? null;
  const zone = zoneOf(named);
  const time = Number(textOf(value));
  const isTime = value !== undefined && Number.isFinite(time);
  return (
    <InlineField
      {...attributesOf(props)}
      type="datetime-local"
      problem={problem}
      value={isTime ? writeWallTime(time, zone) : ''}
      onChange={(event) => onChange(readWallTime(event.target.value, zone) ?? undefined)}
      trailing={
        <span
          title={named === null ? words.machineZone(zone) : words.clickUpZone(zone)}
          className="figures flex min-w-0 shrink items-center gap-2 text-xs whitespace-nowrap text-ink-3"
        >
          {isTime && (
            <output className="selectable @max-[440px]:hidden" aria-label={words.milliseconds}>
              {String(time)}
            </output>
          )}
          <span className="truncate">{words.zone(zoneCity(zone))}</span>
        </span>
      }
    />
  );
}
