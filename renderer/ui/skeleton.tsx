/** Holds the place of what is still loading, at the size it will have. Width in pixels. */
export function Skeleton({ width, height = 10 }: { width: number; height?: number }) {
  return (
    <span aria-hidden className="skeleton inline-block max-w-full" style={{ width, height }} />
  );
}
