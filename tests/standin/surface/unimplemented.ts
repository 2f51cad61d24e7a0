import { EventEmitter } from 'node:events';
import { ELECTRON_SURFACE } from './electron-surface.ts';
import type { Members, Surface } from './read-declarations.ts';

type TypeName = keyof typeof ELECTRON_SURFACE.types;

export const notImplemented = (name: string): Error =>
  new Error(`Electron stand-in: ${name} is not implemented`);

const membersOf = (type: string): Members => {
  const types: Surface['types'] = ELECTRON_SURFACE.types;
  const members = types[type];
  if (members === undefined) throw new Error(`Electron has no type ${type}`);
  return members;
};

/** What a member that only throws its name is known by, for the count in `coverage.md`. */
const REFUSING = Symbol.for('electron-standin.refusing');

const markRefusing = <T extends object>(member: T): T =>
  Object.assign(member, { [REFUSING]: true });

const refuseMethods = (target: object, owner: string, names: readonly string[]): void => {
  for (const name of names)
    if (!(name in target)) {
      const value = (): never => {
        throw notImplemented(`${owner}.${name}`);
      };
      markRefusing(value);
      Object.defineProperty(target, name, { configurable: true, writable: true, value });
    }
};

const refuseProperties = (target: object, owner: string, names: readonly string[]): void => {
  for (const name of names)
    if (!(name in target)) {
      const refuse = (): never => {
        throw notImplemented(`${owner}.${name}`);
      };
      markRefusing(refuse);
      Object.defineProperty(target, name, { configurable: true, get: refuse, set: refuse });
    }
};

/**
 * Gives an object every member that Electron's has and it lacks; using one throws an error that
 * names it. What Electron does not have stays undefined, so an app may look before it calls.
 * `owner` names the object in those errors.
 */
export function refuseTheRest<T extends object>(target: T, owner: string, type: TypeName): T {
  const { methods, properties } = membersOf(type);
  refuseMethods(target, owner, methods);
  refuseProperties(target, owner, properties);
  return target;
}

/** The same for a class: its instances and its own static members. */
export function refuseTheRestOfClass<T extends { readonly prototype: object }>(
  Class: T,
  type: TypeName,
): T {
  const { methods, properties, staticMethods } = membersOf(type);
  const instance = `${type[0]?.toLowerCase()}${type.slice(1)}`;
  refuseMethods(Class.prototype, instance, methods);
  // What an instance holds as a field of its own hides the refusing one here.
  refuseProperties(Class.prototype, instance, properties);
  refuseMethods(Class, type, staticMethods);
  return Class;
}

/** The whole of what `import 'electron'` gives: `implemented`, and the rest that throws by name. */
export function completeModule(
  implemented: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const complete: Record<string, unknown> = {};
  for (const [name, { kind, type }] of Object.entries(ELECTRON_SURFACE.exports)) {
    const given = implemented[name];
    complete[name] = given ?? missingExport(name, kind, type);
    if (given instanceof Object && kind === 'object') refuseTheRest(given, name, type as TypeName);
    if (given instanceof Object && kind === 'statics')
      refuseMethods(given, name, membersOf(type).staticMethods);
  }
  return complete;
}

function missingExport(name: string, kind: 'object' | 'class' | 'statics', type: string): object {
  const { emitter, methods, properties, staticMethods } = membersOf(type);
  if (kind === 'class') {
    // Not an arrow function, so that `new` reaches the body.
    const Missing = function (): never {
      throw notImplemented(`new ${name}`);
    };
    refuseMethods(Missing, name, staticMethods);
    markRefusing(Missing);
    return Object.defineProperty(Missing, 'name', { value: name });
  }
  const missing = emitter && kind === 'object' ? new EventEmitter() : {};
  refuseMethods(missing, name, kind === 'object' ? methods : staticMethods);
  if (kind === 'object') refuseProperties(missing, name, properties);
  return missing;
}
