import { show } from '../../../src/model/errors.ts';
import { allOf, type Condition, type Find, type FindOrder } from '../../../src/model/find.ts';
import { ApiError } from '../errors.ts';
import { type Entity, type QueryField, queryField } from './fields.ts';
import { givenList, givenObject, givenText, givenTexts } from './given.ts';
import { bucketCondition, listCondition } from './list.ts';
import { datesCondition, equalCondition, rangeCondition } from './values.ts';

/** Most documents of one answer, and how many there are when a request does not say. */
export const MAX_PAGE = 500;
/** Beyond it nothing is counted; a page's place still fits 64 bits. */
const MOST = 1_000_000_000;
/** What a client brings back after the last page of a scroll. */
const END = 'end';

export type QueryBody = Readonly<Record<string, unknown>>;

function unknownField(name: string, path: string): ApiError {
  return new ApiError(400, 14, `Invalid fields (${name} names ${show(path)}, which is no field here)`, { field: path });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Condition of one field of the body. Null asks a list for what is missing, and nothing of the other forms. */
function filterCondition<Name extends string>(name: string, given: unknown, field: QueryField<Name>): Condition<Name> {
  switch (field.form) {
    case 'pattern': {
      const pattern = givenText(name, given);
      return pattern ? { field: field.field, test: { is: 'matching', pattern } } : { all: [] };
    }
    case 'list':
      return listCondition(name, given, field);
    case 'range':
      return isGiven(given) ? rangeCondition(name, given, field) : { all: [] };
    case 'dates':
      return isGiven(given) ? datesCondition(name, given, field) : { all: [] };
    case 'equal':
      return equalCondition(given, field);
    default:
      return { all: [] };
  }
}

/** Conditions of all filters the body has by name. Fields of the body that are none are ignored. */
function namedConditions<Name extends string>(body: QueryBody, entity: Entity<Name>): Condition<Name>[] {
  const named = Object.entries(body).flatMap(([name, given]) => {
    const field = given === undefined ? undefined : queryField(entity, name);
    return field?.form ? [filterCondition(name, given, field)] : [];
  });
  const buckets = Object.entries(givenObject('filters', body['filters']) ?? {}).map(([name, given]) => {
    const field = queryField(entity, name);
    if (!field) throw unknownField('filters', name);
    return bucketCondition(`filters.${name}`, given, field);
  });
  return [...named, ...buckets];
}

/** `_any_` and `_all_`: one pattern or one moment asked of several fields. @throws 400/12, 400/14 */
function acrossConditions<Name extends string>(body: QueryBody, entity: Entity<Name>): Condition<Name>[] {
  return (['_any_', '_or_', '_all_', '_and_'] as const).flatMap((name) => {
    const { fields, pattern: givenPattern, datetime } = givenObject(name, body[name]) ?? {};
    const names = givenTexts(`${name}.fields`, givenList(`${name}.fields`, fields));
    const pattern = givenText(`${name}.pattern`, givenPattern);
    if ((pattern === undefined && !isGiven(datetime)) || names.length === 0) return [];
    const each = names.map((path): Condition<Name> => {
      const field = queryField(entity, path);
      if (!field) throw unknownField(name, path);
      if (isGiven(datetime)) return datesCondition(path, datetime, field);
      return { field: field.field, test: { is: 'matching', pattern: pattern ?? '', ignoreCase: true } };
    });
    return [name === '_any_' || name === '_or_' ? { any: each } : { all: each }];
  });
}

/** Words and "quoted phrases", any of which stands in one of the texts; `-word` must not. */
function textConditions<Name extends string>(given: unknown, { texts }: Entity<Name>): Condition<Name>[] {
  const searched = givenText('search_text', given) ?? '';
  const words = [...searched.matchAll(/(-?)(?:"([^"]+)"|(\S+))/g)].map(([, minus, phrase, word]) => ({
    isExcluded: minus === '-',
    text: phrase ?? word ?? '',
  }));
  const standsIn = (text: string): Condition<Name> => ({
    any: texts.map((name) => ({
      field: { name },
      test: { is: 'matching', pattern: text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), ignoreCase: true },
    })),
  });
  const wanted = words.filter((word) => !word.isExcluded).map(({ text }) => standsIn(text));
  const excluded = words.filter((word) => word.isExcluded).map(({ text }) => ({ not: standsIn(text) }));
  return [...(wanted.length > 0 ? [{ any: wanted }] : []), ...excluded];
}

/** @throws 400/12 for what is no text or list of texts, 400/14 for a field that cannot be sorted by */
function readOrder<Name extends string>(given: unknown, entity: Entity<Name>): FindOrder<Name>[] {
  const seen = new Set<string>();
  return givenTexts('order_by', given).flatMap((text) => {
    const descending = text.startsWith('-');
    const path = text.replace(/^[-+]/, '');
    // the score of a full-text search, which ours has none of: the order behind it decides
    if (path === '@text_score' || seen.has(path)) return [];
    seen.add(path);
    const field = queryField(entity, path);
    if (!field) throw unknownField('order_by', path);
    return [{ field: field.field, descending, numeric: field.numeric }];
  });
}

function wholeNumber(given: unknown, fallback: number): number {
  const number = typeof given === 'bigint' ? Number(given) : given;
  return typeof number === 'number' && number >= 0 ? Math.min(Math.floor(number), MOST) : fallback;
}

function readPage(body: QueryBody): Pick<Find, 'limit' | 'skip' | 'after'> {
  const { page, page_size, start, size, scroll_id } = body;
  if (scroll_id !== undefined) {
    return { limit: Math.min(wholeNumber(size, MAX_PAGE) || MAX_PAGE, MAX_PAGE), after: scroll_id ? String(scroll_id) : null };
  }
  if (isGiven(start)) return { limit: Math.min(wholeNumber(size, MAX_PAGE), MAX_PAGE), skip: wholeNumber(start, 0) };
  const limit = Math.min(wholeNumber(page_size, MAX_PAGE) || MAX_PAGE, MAX_PAGE);
  return { limit, skip: wholeNumber(page, 0) * limit };
}

/**
 * Reads the query of a `get_all` body: filters by field, `filters`, `_any_`, `_all_`, `search_text`, `order_by` and the page.
 * @param more conditions that the caller knows, for instance for hidden things
 * @throws 400/12, 400/14, 400/16
 */
export function readFind<Name extends string>(
  body: QueryBody,
  entity: Entity<Name>,
  more: readonly Condition<Name>[] = [],
): Find<Name> {
  const where = allOf([
    ...namedConditions(body, entity),
    ...acrossConditions(body, entity),
    ...textConditions(body['search_text'], entity),
    ...more,
  ]);
  return { where, order: readOrder(body['order_by'], entity), ...readPage(body) };
}

/** Whether a client brings back the end of a scroll, behind which there is nothing. */
export function isAtEnd({ after }: Pick<Find, 'after'>): boolean {
  return after === END;
}

/** The `scroll_id` of an answer: none unless the request scrolls. */
export function toScrollId({ after }: Pick<Find, 'after'>, next: string | undefined): { scroll_id?: string } {
  return after === undefined ? {} : { scroll_id: next ?? END };
}
