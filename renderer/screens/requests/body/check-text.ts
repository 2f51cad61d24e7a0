import { ensureSyntaxTree } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { Shape } from '../../../../electron/contract/operations.ts';
import { parseJson } from '../../../ui/json-tree/json.ts';
import { type Mismatch, mismatches, type Path } from '../fields/check-shape.ts';
import { type JsonProblem, jsonProblem } from './json-problem.ts';

/** How long reading a text into a tree may take, in milliseconds; beyond it only its JSON is checked. */
const PATIENCE_MS = 100;

/** What the editor says of each kind of problem. */
interface Words {
  syntax(problem: JsonProblem): string;
  mismatch(mismatch: Mismatch): string;
}

/** Everything that is wrong with a text, with its place in it. */
export function checkText(state: EditorState, shape: Shape, words: Words): readonly Diagnostic[] {
  const text = state.doc.toString();
  if (text.trim() === '') return [];
  const problem = jsonProblem(text);
  if (problem !== null) {
    const to = Math.min(text.length, problem.at + 1);
    return [
      { from: Math.min(problem.at, to - 1), to, severity: 'error', message: words.syntax(problem) },
    ];
  }
  const parsed = parseJson(text);
  if (parsed === null) return [];
  return mismatches(shape, parsed.root).flatMap((mismatch) => {
    const range = rangeAt(state, mismatch.path, mismatch.problem === 'unknown');
    return range === null
      ? []
      : [
          {
            ...range,
            severity: mismatch.problem === 'unknown' ? ('info' as const) : ('warning' as const),
            message: words.mismatch(mismatch),
          },
        ];
  });
}

/** Where the value at a path stands, or its name; of what is missing, where its object begins. */
export function rangeAt(
  state: EditorState,
  path: Path,
  isNameWanted = false,
): { readonly from: number; readonly to: number } | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE_MS);
  let node = tree?.topNode.firstChild ?? null;
  for (const [depth, step] of path.entries()) {
    if (node === null) return null;
    const around = node;
    if (typeof step === 'number') {
      const items = around.getChildren('⚠').length > 0 ? [] : valuesIn(around);
      node = items[step] ?? null;
      continue;
    }
    const property = around.getChildren('Property').findLast((one) => {
      const name = one.getChild('PropertyName');
      return name !== null && nameAt(state, name) === step;
    });
    if (property === undefined) return { from: around.from, to: around.from + 1 };
    const name = property.getChild('PropertyName');
    if (isNameWanted && depth === path.length - 1 && name !== null)
      return { from: name.from, to: name.to };
    node = property.lastChild;
  }
  return node === null ? null : { from: node.from, to: Math.max(node.to, node.from + 1) };
}

type Node = NonNullable<ReturnType<typeof ensureSyntaxTree>>['topNode'];

const VALUES = ['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'];

function valuesIn(array: Node): readonly Node[] {
  const found: Node[] = [];
  for (let child = array.firstChild; child !== null; child = child.nextSibling) {
    if (VALUES.includes(child.name)) found.push(child);
  }
  return found;
}

function nameAt(state: EditorState, node: Node): string | null {
  try {
    return String(JSON.parse(state.sliceDoc(node.from, node.to)));
  } catch {
    return null;
  }
}
