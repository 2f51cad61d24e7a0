import * as fc from 'fast-check';

/**
 * Any text at all, lone surrogates included. fast-check's own `binary` unit takes seconds to build on
 * a busy machine.
 */
export const anyText = (maxLength = 200): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f })), {
      maxLength,
    })
    .map((codes) => String.fromCharCode(...codes));
