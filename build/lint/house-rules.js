import { dirname, relative, resolve, sep } from 'node:path';

/** Tests and what only they use may reach anywhere. */
const IS_TEST = /\.test(-support)?\.tsx?$/;

const ROOT = resolve(import.meta.dirname, '../..');

/** Which rooms each room may import from, besides itself. Everything not named here is refused. */
const MAY_IMPORT = {
  'electron/main.ts': ['*'],
  'electron/preload.ts': ['electron/contract'],
  'electron/contract': [],
  'electron/ipc': [
    'electron/contract',
    'electron/connections',
    'electron/requests',
    'electron/clickup',
  ],
  'electron/shell': ['electron/contract', 'electron/connections', 'electron/storage'],
  'electron/connections': ['electron/contract', 'electron/clickup', 'electron/storage'],
  'electron/requests': ['electron/contract', 'electron/clickup', 'electron/storage'],
  'electron/work': ['electron/contract', 'electron/clickup', 'electron/storage'],
  'electron/clickup': ['electron/contract'],
  'electron/storage': ['electron/contract'],
  'electron/mock-server': [],
  renderer: [],
};

/** Rooms that may name a type, and only a type, of another room. */
const MAY_IMPORT_TYPES = { renderer: ['electron/contract'] };

/** Rooms that must run without Electron, so that they are tested without it. */
const WITHOUT_ELECTRON = [
  'electron/contract',
  'electron/clickup',
  'electron/requests',
  'electron/work',
  'electron/mock-server',
  'renderer',
];

const roomOf = (path) => {
  const parts = relative(ROOT, path).split(sep);
  if (parts[0] === 'renderer') return 'renderer';
  if (parts[0] !== 'electron') return null;
  return parts.slice(0, 2).join('/');
};

const layers = {
  create(context) {
    const file = context.filename;
    const room = roomOf(file);
    const isTest = IS_TEST.test(file);
    const check = (node, typeOnly) => {
      const source = node.source?.value;
      if (room === null || typeof source !== 'string' || isTest) return;
      if (/^electron(\/|$)/.test(source) && WITHOUT_ELECTRON.includes(room)) {
        context.report({ node, message: `${room} must not import Electron.` });
        return;
      }
      if (!source.startsWith('.')) return;
      const target = roomOf(resolve(dirname(file), source));
      const allowed = [
        room,
        ...(MAY_IMPORT[room] ?? []),
        ...(typeOnly ? (MAY_IMPORT_TYPES[room] ?? []) : []),
      ];
      if (!allowed.includes('*') && (target === null || !allowed.includes(target))) {
        context.report({ node, message: `${room} must not import ${target ?? source}.` });
      }
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    };
  },
};

/** Files that may read the clock, because they hand it to everything else. */
const CLOCK_ROOTS = ['electron/main.ts', 'renderer/main.tsx'];

const noAmbientTime = {
  create(context) {
    const path = relative(ROOT, context.filename).split(sep).join('/');
    if (CLOCK_ROOTS.includes(path) || IS_TEST.test(path)) return {};
    const report = (node) =>
      context.report({
        node,
        message: 'Time is an argument here: take a clock instead of reading one.',
      });
    return {
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name}`;
        if (name === 'Date.now' || name === 'performance.now') report(node);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node);
      },
      CallExpression(node) {
        if (['setTimeout', 'setInterval'].includes(node.callee.name)) report(node);
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: { layers, 'no-ambient-time': noAmbientTime },
};
