/** The scripts and styles of a page, as paths below its folder. */
export interface PageFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const TAG = /<(script|link)\b([^>]*)>/gu;
const ATTRIBUTE = /([\w-]+)\s*=\s*"([^"]*)"/gu;

/** The files that a built page names: scripts, preloaded modules and style sheets. */
export function filesOfPage(html: string): PageFiles {
  const tags = [...html.matchAll(TAG)].map(([, tag, text = '']) => {
    const attributes = new Map(
      [...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value]),
    );
    const rel = tag === 'script' ? 'script' : attributes.get('rel');
    return { rel, file: (attributes.get('src') ?? attributes.get('href'))?.replace(/^\.?\//u, '') };
  });
  const named = (...rels: readonly string[]): readonly string[] => [
    ...new Set(
      tags.flatMap(({ rel, file }) =>
        file !== undefined && rel !== undefined && rels.includes(rel) ? [file] : [],
      ),
    ),
  ];
  return { scripts: named('script', 'modulepreload'), styles: named('stylesheet') };
}

/**
 * Everything that is loaded with some modules: themselves and what they import statically, each once.
 * Throws where a module is not known, since its size would be left out unsaid.
 */
export function closure(
  start: readonly string[],
  importsOf: (file: string) => readonly string[] | undefined,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const imports = importsOf(file);
    if (imports === undefined) throw new Error(`${file} is loaded, but is not part of the build.`);
    waiting.push(...imports);
  }
  return reached;
}
