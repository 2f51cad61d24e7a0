/** Names that a class or interface of Electron has on Linux; inherited ones included. */
export interface Members {
  /** Whether it is an EventEmitter. */
  readonly emitter: boolean;
  readonly methods: readonly string[];
  readonly properties: readonly string[];
  readonly staticMethods: readonly string[];
}

/** What Electron's main process exports, and the members behind each name. */
export interface Surface {
  /** Export name to the type that describes it, and in what way it does. */
  readonly exports: Readonly<
    Record<string, { readonly kind: 'object' | 'class' | 'statics'; readonly type: string }>
  >;
  readonly types: Readonly<Record<string, Members>>;
}

interface Declaration {
  readonly parent: string | undefined;
  readonly emitter: boolean;
  readonly members: readonly Member[];
}

interface Member {
  readonly name: string;
  readonly isStatic: boolean;
  readonly isMethod: boolean;
  readonly linux: boolean;
}

const LISTENER_METHODS = /^(on|off|once|addListener|removeListener|constructor)$/;
const HEAD = /^ {2}(?:class|interface) (\w+)(?: extends ([\w.]+))?/;
const MEMBER = /^ {4}(static )?(?:readonly )?(\w+)(\?)?\s*([(<:])/;
const PLATFORM = /^ +\* @platform (.+)$/;

/** Types that are reached through an export, not exported themselves. */
const REACHED = ['CommandLine', 'NativeImage', 'Protocol', 'Session', 'WebContents', 'WebRequest'];

/**
 * Reads `electron.d.ts`, which is itself generated and laid out with great regularity: a type's
 * head is indented by two spaces, its members by four, a comment stands above its member.
 */
export function readSurface(declarations: string): Surface {
  const lines = declarations.split('\n');
  const found = readTypes(lines);
  const exports: Record<string, Surface['exports'][string]> = {};
  for (const namespace of ['Main', 'Common'])
    for (const line of linesOf(lines, `  namespace ${namespace} {`)) {
      const [, constant, statics, type] = /^ {4}const (\w+): (typeof )?(\w+);/.exec(line) ?? [];
      const [, name] = /^ {4}class (\w+) /.exec(line) ?? [];
      if (name !== undefined) exports[name] = { kind: 'class', type: name };
      if (constant !== undefined && type !== undefined)
        exports[constant] = { kind: statics === undefined ? 'object' : 'statics', type };
    }
  const wanted = [...Object.values(exports).map(({ type }) => type), ...REACHED];
  const types = Object.fromEntries(
    [...new Set(wanted)].sort().map((name) => [name, flatten(name, found)]),
  );
  return { exports: Object.fromEntries(Object.entries(exports).sort()), types };
}

function* linesOf(lines: readonly string[], head: string): Generator<string> {
  for (let index = lines.indexOf(head) + 1; index > 0 && lines[index] !== '  }'; index += 1)
    yield lines[index] ?? '';
}

function readTypes(lines: readonly string[]): ReadonlyMap<string, Declaration> {
  const types = new Map<string, Declaration>();
  let members: Member[] | undefined;
  let linux = true;
  for (const line of lines) {
    const [, type, parent] = HEAD.exec(line) ?? [];
    if (type !== undefined && !types.has(type)) {
      members = [];
      const emitter = parent?.endsWith('EventEmitter') === true;
      types.set(type, { parent: emitter ? undefined : parent, emitter, members });
      continue;
    }
    if (line === '  }') members = undefined;
    if (line.trimStart().startsWith('/**')) linux = true;
    const [, platforms] = PLATFORM.exec(line) ?? [];
    if (platforms !== undefined) linux = platforms.split(',').includes('linux');
    const [, isStatic, name, , sign] = MEMBER.exec(line) ?? [];
    if (members === undefined || name === undefined || LISTENER_METHODS.test(name)) continue;
    members.push({ name, isStatic: isStatic !== undefined, isMethod: sign !== ':', linux });
    linux = true;
  }
  return types;
}

function flatten(name: string, types: ReadonlyMap<string, Declaration>): Members {
  const all: Member[] = [];
  let emitter = false;
  for (let type = types.get(name); type !== undefined;) {
    all.push(...type.members);
    emitter ||= type.emitter;
    type = type.parent === undefined ? undefined : types.get(type.parent);
  }
  const pick = (fits: (member: Member) => boolean): string[] =>
    [...new Set(all.filter((m) => m.linux && fits(m)).map((m) => m.name))].sort();
  return {
    emitter,
    methods: pick((m) => m.isMethod && !m.isStatic),
    properties: pick((m) => !m.isMethod && !m.isStatic),
    staticMethods: pick((m) => m.isMethod && m.isStatic),
  };
}
