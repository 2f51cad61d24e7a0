import * as z from 'zod';

declare const outputType: unique symbol;

/** One channel: the schema its input must match and, for the compiler alone, the type of its value. */
export interface Invocation<Input extends z.ZodType, Output> {
  readonly input: Input;
  readonly [outputType]?: Output;
}

/** The type of the input that a channel takes. */
export type InputOf<I> = I extends Invocation<infer Input, unknown> ? z.output<Input> : never;

/** The type of the value that a channel answers. */
export type OutputOf<I> = I extends Invocation<z.ZodType, infer Output> ? Output : never;

/** Declares a channel: `invocation(schema).returns<Value>()`. */
export const invocation = <Input extends z.ZodType>(input: Input) => ({
  returns: <Output>(): Invocation<Input, Output> => ({ input }),
});

/** The input of a channel that takes none. */
export const nothing = z.undefined();
