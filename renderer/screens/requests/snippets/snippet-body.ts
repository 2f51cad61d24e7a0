import type { ChosenFile } from '../../../../electron/contract/files.ts';
import type { OperationInfo } from '../../../../electron/contract/operations.ts';
import type { RequestBody } from '../../../../electron/contract/requests.ts';
import type { SnippetBody } from './snippets.ts';

/** What stands for a file that has not been chosen. */
const ANY_FILE = 'file';

/**
 * The body of a snippet: what would be sent, with a file by its name. Where nothing can be sent yet,
 * only what the operation takes a file in is known.
 */
export function snippetBodyOf(
  { body: info }: OperationInfo,
  body: RequestBody | null,
  file: ChosenFile | null,
): SnippetBody {
  if (info?.kind === 'file') {
    const fields = body?.kind === 'file' ? body.fields : {};
    return { kind: 'file', field: info.field, name: file?.name ?? ANY_FILE, fields };
  }
  return body?.kind === 'json' ? { kind: 'json', text: body.text } : { kind: 'none' };
}
