import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closure, filesOfPage } from './first-load.ts';

describe('filesOfPage', () => {
  test('reads scripts, preloaded modules and style sheets, each once', () => {
    const html = `<head>
      <link rel="icon" href="./icon.png">
      <script type="module" crossorigin src="./assets/index.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/shared.js">
      <link rel="modulepreload" href="./assets/index.js">
      <link rel="stylesheet" crossorigin href="./assets/index.css">
    </head>`;
    expect(filesOfPage(html)).toEqual({
      scripts: ['assets/index.js', 'assets/shared.js'],
      styles: ['assets/index.css'],
    });
  });

  test('a script in the page itself is no file', () => {
    expect(filesOfPage('<script>start()</script>')).toEqual({ scripts: [], styles: [] });
  });
});

describe('closure', () => {
  const graph: Readonly<Record<string, readonly string[]>> = {
    entry: ['left', 'right'],
    left: ['shared'],
    right: ['shared', 'entry'],
    shared: [],
    lazy: ['shared'],
  };
  const importsOf = (file: string): readonly string[] | undefined => graph[file];

  test('follows imports, circles too, and takes nothing else along', () => {
    expect([...closure(['entry'], importsOf)].sort()).toEqual(['entry', 'left', 'right', 'shared']);
  });

  test('a module that is missing is an error', () => {
    expect(() => closure(['entry', 'gone'], importsOf)).toThrow('gone is loaded');
  });

  test('holds with every module all it imports, in any graph', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edges = fc.dictionary(fc.constantFrom(...names), fc.subarray(names));
    fc.assert(
      fc.property(edges, fc.subarray(names), (given, start) => {
        const reached = closure(start, (file) => given[file] ?? []);
        for (const file of start) expect(reached).toContain(file);
        for (const file of reached)
          for (const imported of given[file] ?? []) expect(reached).toContain(imported);
      }),
    );
  });
});
