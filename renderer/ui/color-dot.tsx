/** A dot in one of ClickUp's own colours. Decoration: the name stands beside it. */
export function ColorDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      style={{ background: color }}
      className="inline-block size-2 shrink-0 rounded-full forced-colors:border"
    />
  );
}
