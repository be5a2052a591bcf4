import type { FieldRef } from '../../../src/model/find.ts';

/**
 * How a request filters by a field under its own name: a regular expression; a value or a list with operators; `[min, max]`;
 * moments with comparisons; one value.
 */
export type FilterForm = 'pattern' | 'list' | 'range' | 'dates' | 'equal';
export type ValueKind = 'text' | 'number' | 'date' | 'boolean';

/** A field of documents as queries know it. */
export interface QueryField<Name extends string> {
  field: FieldRef<Name>;
  /** Without one it can be sorted by and searched with `_any_` and `_all_`, and a filter under its name is ignored. */
  form?: FilterForm;
  /** Default `text`. */
  kind?: ValueKind;
  /** Texts that are numbers are sorted as numbers. */
  numeric?: true;
  /** Values that are facts of their own in our record, each a boolean field: the system tag `archived`. */
  marks?: Readonly<Record<string, Name>>;
  /** A value as the record keeps it, for instance a url. */
  toValue?: (text: string) => string;
}

/** What queries know of one kind of documents. */
export interface Entity<Name extends string> {
  /** By the name in documents. */
  fields: Readonly<Record<string, QueryField<Name>>>;
  /** Fields named by parts, such as `hyperparams.Args.lr`. Undefined when it is none. */
  dynamic?: (path: string) => QueryField<Name> | undefined;
  /** Where `search_text` looks. */
  texts: readonly Name[];
}

/** The field of a path in documents; undefined when queries do not know it. */
export function queryField<Name extends string>(entity: Entity<Name>, path: string): QueryField<Name> | undefined {
  return Object.hasOwn(entity.fields, path) ? entity.fields[path] : entity.dynamic?.(path);
}
