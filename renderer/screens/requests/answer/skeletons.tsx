import { Skeleton } from '../../../ui/skeleton.tsx';

const LINES = [
  [0, 64],
  [16, 148],
  [32, 220],
  [32, 176],
  [32, 260],
  [32, 132],
  [16, 96],
] as const;

/** The outline of an answer; it comes after 300 ms, so a quick answer has none. */
export function Skeletons({ label }: { label?: string }) {
  return (
    <div className="late grid gap-2.5 px-4 py-4">
      {label !== undefined && <span className="sr-only">{label}</span>}
      {LINES.map(([indent, width]) => (
        <span key={width} aria-hidden className="flex" style={{ paddingLeft: indent }}>
          <Skeleton width={width} />
        </span>
      ))}
    </div>
  );
}
