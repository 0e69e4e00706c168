/** A line of an example's register. */
import type { Values } from '#domain/registry.ts';
import type { ExamplePerson } from './example.ts';

export type Sex = NonNullable<Values<'person'>['sex']>;
export type AgeBand = NonNullable<Values<'person'>['ageBand']>;

export const examplePerson = (key: string, values: Values<'person'>): ExamplePerson => ({ key, ...values });
