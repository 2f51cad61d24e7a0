import { SourceMap, type SourceMapPayload } from 'node:module';

/**
 * How many bytes of a built file come from each source, by the source's path as the map writes it.
 * Bytes that the map gives to no source, such as the bundler's own helpers, are left out.
 */
export function bytesBySource(code: string, map: SourceMapPayload): ReadonlyMap<string, number> {
  const lookUp = new SourceMap(map);
  const bytes = new Map<string, number>();
  for (const [row, line] of code.split('\n').entries()) {
    let column = 0;
    for (const character of line) {
      const entry = lookUp.findEntry(row, column);
      // Node types it as always there, but a segment may belong to no source.
      const source: string | undefined =
        'originalSource' in entry ? entry.originalSource : undefined;
      if (source !== undefined)
        bytes.set(source, (bytes.get(source) ?? 0) + Buffer.byteLength(character));
      column += character.length;
    }
  }
  return bytes;
}
