import { execFileSync, spawnSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../electron/any-text.test-support.ts';
import { literal, shellWord } from '../../renderer/screens/requests/snippets/quoting.ts';
import { type Snippet, snippetIn } from '../../renderer/screens/requests/snippets/snippets.ts';

const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
const hasShell = spawnSync('sh', ['-c', 'true']).status === 0;
const hasPython = has('python3');

/** Texts that people and attackers write into names and descriptions. */
const HOSTILE = [
  '',
  "it's",
  '"double"',
  "'; rm -rf / #",
  '$(touch /tmp/owned) `id` $HOME ${PATH}',
  '\\',
  "\\'",
  'line\nbreak\r\n\ttab',
  '@/etc/passwd',
  '-X DELETE',
  '%s %d %%',
  '!history',
  '\u2028\u2029\u0007\u007F',
  '“Grüße” 日本語 😀',
  '${process.exit()}',
  '*?[a-z]{b,c}~',
];

const texts = (): readonly string[] => [
  ...HOSTILE,
  ...fc.sample(anyText(), 60).map((text) => text.toWellFormed()),
];
const withoutNul = (text: string): string => text.replaceAll('\0', '');

const JSON_BODY: Snippet = {
  method: 'POST',
  url: 'https://api.clickup.com/api/v2/list/901/task?tags=a%27b',
  scheme: 'personal',
  body: { kind: 'json', text: '{"name":"it\'s"}' },
};
const FILE_BODY: Snippet = {
  ...JSON_BODY,
  scheme: 'bearer',
  body: {
    kind: 'file',
    field: 'attachment',
    name: 'a "b"; c\\d.txt',
    fields: { filename: "x'y", tags: ['@a', '<b'] },
  },
};
const PLAIN: Snippet = { ...JSON_BODY, method: 'GET', body: { kind: 'none' } };
const ALL = [PLAIN, JSON_BODY, FILE_BODY];

/** What each kind of body looks like once it is sent. */
const SENT = {
  none: null,
  json: '{"name":"it\'s"}',
  file: ["filename: x'y", 'tags: @a', 'tags: <b', 'attachment: a "b"; c\\d.txt'],
};

const textOf = ([name, value]: readonly [string, FormDataEntryValue]): string =>
  `${name}: ${typeof value === 'string' ? value : value.name}`;

const withBody = (text: string): Snippet => ({ ...JSON_BODY, body: { kind: 'json', text } });

describe.skipIf(!hasShell)('in a shell', () => {
  it('every word is one argument, and that text', () => {
    const all = texts().map(withoutNul);
    const script = all.map((text) => `printf '%s\\0' ${shellWord(text)}`).join('\n');
    const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(printed.split('\0').slice(0, -1)).toEqual(all);
  });

  /** What curl would be called with. */
  const argumentsOf = (snippet: Snippet): readonly string[] =>
    execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${snippetIn('curl', snippet)}`], {
      encoding: 'utf8',
      env: { ...process.env, CLICKUP_TOKEN: 'SAMPLE token' },
    })
      .split('\0')
      .slice(0, -1);

  it.each(HOSTILE)('curl gets the body %j as it is, and the token from the environment', (text) => {
    expect(argumentsOf(withBody(text))).toEqual([
      '--request',
      'POST',
      '--url',
      JSON_BODY.url,
      '--header',
      'Authorization: SAMPLE token',
      '--header',
      'Content-Type: application/json',
      '--data-raw',
      text,
    ]);
  });

  it('curl gets a file by its name, and texts beside it as texts', () => {
    expect(argumentsOf(FILE_BODY).slice(4)).toEqual([
      '--header',
      'Authorization: Bearer SAMPLE token',
      '--form',
      String.raw`attachment=@"a \"b\"; c\\d.txt"`,
      '--form-string',
      "filename=x'y",
      '--form-string',
      'tags=@a',
      '--form-string',
      'tags=<b',
    ]);
  });
});

describe('in JavaScript', () => {
  it('every literal is that text', () => {
    for (const text of texts()) expect(runInNewContext(literal(text))).toBe(text);
    expect(runInNewContext(literal('\ud800'))).toBe('\ud800');
  });

  it.each(ALL)('the call for $body.kind sends what it should', async (snippet) => {
    const calls: [string, RequestInit][] = [];
    const source = snippetIn('fetch', snippet).replace(/^import .*$/mu, '');
    const body = `(async () => {${source}})()`;
    await (runInNewContext(body, {
      process: { env: { CLICKUP_TOKEN: 'SAMPLE' } },
      console: { log: () => undefined },
      FormData,
      openAsBlob: async () => new Blob(['bytes']),
      fetch: async (url: string, init: RequestInit) => {
        calls.push([url, init]);
        return new Response('{}');
      },
    }) as Promise<void>);
    const [url, init] = calls[0] ?? [];
    expect([url, init?.method]).toEqual([snippet.url, snippet.method]);
    const token = snippet.scheme === 'bearer' ? 'Bearer SAMPLE' : 'SAMPLE';
    expect(init?.headers).toMatchObject({ Authorization: token });
    const sent = init?.body instanceof FormData ? [...init.body].map(textOf) : (init?.body ?? null);
    expect(sent).toEqual(SENT[snippet.body.kind]);
  });

  it.each(ALL)('the module for $body.kind is one', (snippet) => {
    const check = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], {
      input: snippetIn('fetch', snippet),
    });
    expect(check.stderr.toString()).toBe('');
  });
});

describe.skipIf(!hasPython)('in Python', () => {
  const run = (script: string, input: string): string =>
    execFileSync('python3', ['-c', script], { input, encoding: 'utf8' });

  it('every literal is that text', () => {
    const all = texts();
    const read = run(
      'import ast,json,sys; print(json.dumps([ast.literal_eval(l) for l in json.load(sys.stdin)]))',
      JSON.stringify(all.map(literal)),
    );
    expect(JSON.parse(read)).toEqual(all);
  });

  it.each(ALL)('the call for $body.kind sends what it should', (snippet) => {
    const stub = `
import json,sys,types,builtins,os
sent={}
requests=types.ModuleType('requests')
def request(method,url,**rest):
    sent.update(method=method,url=url,headers=rest['headers'],
        data=rest['data'].decode() if isinstance(rest.get('data'),bytes) else rest.get('data'),
        files=rest.get('files'))
    return types.SimpleNamespace(status_code=200,text='')
requests.request=request
sys.modules['requests']=requests
os.environ['CLICKUP_TOKEN']='SAMPLE'
source=sys.stdin.read()
exec(source,{'open':lambda name,mode:name,'print':lambda *a:None,'__builtins__':builtins})
print(json.dumps(sent))`;
    const sent: unknown = JSON.parse(run(stub, snippetIn('python', snippet)));
    const { body, scheme } = snippet;
    expect(sent).toMatchObject({
      method: snippet.method,
      url: snippet.url,
      headers: { Authorization: scheme === 'bearer' ? 'Bearer SAMPLE' : 'SAMPLE' },
      files: body.kind === 'file' ? { attachment: body.name } : null,
      data:
        body.kind === 'json'
          ? body.text
          : body.kind === 'none'
            ? null
            : [
                ['filename', "x'y"],
                ['tags', '@a'],
                ['tags', '<b'],
              ],
    });
  });
});

it.each(['curl', 'fetch', 'python'] as const)('%s never holds a token', (language) => {
  for (const snippet of ALL) expect(snippetIn(language, snippet)).toContain('CLICKUP_TOKEN');
});
