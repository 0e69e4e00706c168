/** The shape every language has: the keys of English, each with a message of its own. */
import type { catalogue } from './en/catalogue.ts';
import type { first } from './en/first.ts';
import type { rest } from './en/rest.ts';

/** English as it is written: the source of the keys and of the arguments each message takes. */
export type Messages = typeof catalogue;

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

export type Catalogue = Translated<Messages>;
/** What the first screen says; the rest comes after it is painted. */
export type First = Translated<typeof first>;
export type Rest = Translated<typeof rest>;
export type AreaName = keyof Catalogue;
/** The type of one file of a language: `export const home: Area<'home'> = {...}`. */
export type Area<N extends AreaName> = Catalogue[N];
