import type { Parameters, RequestPreview } from '../../../../electron/contract/requests.ts';
import { literal, shellWord } from './quoting.ts';

/** The languages in which a request can be copied. */
export type SnippetLanguage = 'curl' | 'fetch' | 'python';

/** What a snippet sends below the headers. A file stands in the folder in which the snippet runs. */
export type SnippetBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly field: string;
      readonly name: string;
      readonly fields: Parameters;
    };

/** A request to write down. Its token is never part of it. */
export interface Snippet extends RequestPreview {
  /** Personal tokens go bare, OAuth tokens as `Bearer`. */
  readonly scheme: 'personal' | 'bearer';
  readonly body: SnippetBody;
}

/** Writes a request in a language, with the token taken from the environment variable CLICKUP_TOKEN. */
export function snippetIn(language: SnippetLanguage, snippet: Snippet): string {
  switch (language) {
    case 'curl':
      return curl(snippet);
    case 'fetch':
      return fetchCall(snippet);
    case 'python':
      return python(snippet);
  }
}

/** The texts beside a file, one for each value. */
const fieldTexts = (fields: Parameters): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)] as const),
  );

/** A file name as curl's `--form` reads it within double quotes. */
const inForm = (text: string): string => `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;

function curl({ method, url, scheme, body }: Snippet): string {
  const token = scheme === 'bearer' ? 'Bearer $CLICKUP_TOKEN' : '$CLICKUP_TOKEN';
  const lines = [
    `curl --request ${method}`,
    `--url ${shellWord(url)}`,
    `--header "Authorization: ${token}"`,
  ];
  if (body.kind === 'json')
    lines.push(`--header 'Content-Type: application/json'`, `--data-raw ${shellWord(body.text)}`);
  if (body.kind === 'file') {
    lines.push(`--form ${shellWord(`${body.field}=@${inForm(body.name)}`)}`);
    for (const [name, text] of fieldTexts(body.fields))
      lines.push(`--form-string ${shellWord(`${name}=${text}`)}`);
  }
  return `${lines.join(' \\\n  ')}\n`;
}

function fetchCall({ method, url, scheme, body }: Snippet): string {
  const token =
    scheme === 'bearer' ? '`Bearer ${process.env.CLICKUP_TOKEN}`' : 'process.env.CLICKUP_TOKEN';
  const isJson = body.kind === 'json';
  const before =
    body.kind === 'file'
      ? [
          `import { openAsBlob } from 'node:fs';`,
          '',
          'const form = new FormData();',
          ...fieldTexts(body.fields).map(
            ([name, text]) => `form.append(${literal(name)}, ${literal(text)});`,
          ),
          `const file = await openAsBlob(${literal(body.name)});`,
          `form.append(${literal(body.field)}, file, ${literal(body.name)});`,
          '',
        ]
      : [];
  return [
    ...before,
    `const response = await fetch(${literal(url)}, {`,
    `  method: '${method}',`,
    '  headers: {',
    `    Authorization: ${token},`,
    ...(isJson ? [`    'Content-Type': 'application/json',`] : []),
    '  },',
    ...(isJson ? [`  body: ${literal(body.text)},`] : []),
    ...(body.kind === 'file' ? ['  body: form,'] : []),
    '});',
    'console.log(response.status, await response.text());',
    '',
  ].join('\n');
}

function python({ method, url, scheme, body }: Snippet): string {
  const token =
    scheme === 'bearer' ? `'Bearer ' + os.environ['CLICKUP_TOKEN']` : `os.environ['CLICKUP_TOKEN']`;
  const isJson = body.kind === 'json';
  return [
    'import os',
    '',
    'import requests',
    '',
    'response = requests.request(',
    `    '${method}',`,
    `    ${literal(url)},`,
    '    headers={',
    `        'Authorization': ${token},`,
    ...(isJson ? [`        'Content-Type': 'application/json',`] : []),
    '    },',
    ...(isJson ? [`    data=${literal(body.text)}.encode(),`] : []),
    ...(body.kind === 'file'
      ? [
          '    data=[',
          ...fieldTexts(body.fields).map(
            ([name, text]) => `        (${literal(name)}, ${literal(text)}),`,
          ),
          '    ],',
          `    files={${literal(body.field)}: open(${literal(body.name)}, 'rb')},`,
        ]
      : []),
    ')',
    'print(response.status_code, response.text)',
    '',
  ].join('\n');
}
