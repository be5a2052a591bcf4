import { nameOfParts, type Parts, type StoredName, seriesNaming, shownParts } from '../model/names.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { int4Array } from './pg-arrays.ts';

/** A series as a client names it by title and variant. */
export interface NamedSeries {
  runId: number;
  parts: Parts;
}

/** Where a series is stored, or is to be. */
export interface SeriesPlace {
  keyId: number;
  /** What a new row has to say of its name. */
  parts: Parts | null;
}

const textOf = ({ first, second }: Parts) => JSON.stringify([first, second]);

/** Names that rows of a run have already. */
interface RunNames {
  keys: Set<string>;
  keyOfParts: Map<string, string>;
}

/**
 * Where series named by title and variant are stored: under the key derived from the name, or, where another series has that, under
 * one of its own. The runs are locked by the caller.
 * @returns a place per series, in the same order
 */
export async function placeSeries(db: Database, keys: KeyIds, series: readonly NamedSeries[]): Promise<SeriesPlace[]> {
  const plain = series.map(({ parts }) => seriesNaming.keyOf(parts));
  const ids = await keys.idsOf(plain);
  const odd = await runsWithOddNames(
    db,
    series,
    plain.map((key) => ids.get(key) as number),
  );
  if (odd.size === 0) return series.map(({ parts }, at) => newPlace(parts, plain[at] as string, ids));
  const names = await namesOfRuns(db, [...odd]);
  const chosen = series.map(({ runId, parts }): StoredName => {
    const taken = names.get(runId);
    const there = taken?.keyOfParts.get(textOf(parts));
    if (!taken || there !== undefined) return { key: there ?? seriesNaming.keyOf(parts), parts: null };
    const name = nameOfParts(seriesNaming, parts, {
      hasKey: (key) => taken.keys.has(key),
      hasParts: (other) => taken.keyOfParts.has(textOf(other)),
    });
    taken.keys.add(name.key);
    taken.keyOfParts.set(textOf(parts), name.key);
    return name;
  });
  const chosenIds = await keys.idsOf(chosen.map(({ key }) => key));
  return series.map(({ parts }, at) => newPlace(parts, chosen[at]?.key as string, chosenIds));
}

function newPlace(parts: Parts, key: string, ids: ReadonlyMap<string, number>): SeriesPlace {
  const derived = seriesNaming.partsOf(key);
  const isDerived = derived.first === parts.first && derived.second === parts.second;
  return { keyId: ids.get(key) as number, parts: isDerived ? null : parts };
}

/**
 * Runs for which the derived keys may be wrong: one of them belongs to a series of another name, or one of the names stands under
 * another key, or two of them want the same key.
 */
async function runsWithOddNames(
  db: Database,
  series: readonly NamedSeries[],
  keyIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const wanted = new Set<string>();
  const odd = new Set<number>();
  const isDerived = series.map(({ runId, parts }, at) => {
    const place = `${runId} ${keyIds[at]}`;
    if (wanted.has(place)) odd.add(runId);
    wanted.add(place);
    const derived = seriesNaming.partsOf(seriesNaming.keyOf(parts));
    return derived.first === parts.first && derived.second === parts.second;
  });
  const { rows } = await db.query<{ run_id: number }>({
    name: 'odd-series-names',
    text: `select s.run_id from unnest($1::int4[], $2::int4[], $3::text[], $4::text[], $5::bool[])
          as w (run_id, key_id, title, variant, is_derived)
        join series s on s.run_id = w.run_id and s.key_id = w.key_id
      where case when s.title is null then not w.is_derived else (s.title, s.variant) <> (w.title, w.variant) end
      union
      select s.run_id from unnest($1::int4[], $2::int4[], $3::text[], $4::text[]) as w (run_id, key_id, title, variant)
        join series s on s.run_id = w.run_id and s.title = w.title and s.variant = w.variant
      where s.key_id <> w.key_id`,
    values: [
      int4Array(series.map(({ runId }) => runId)),
      int4Array(keyIds),
      series.map(({ parts }) => parts.first),
      series.map(({ parts }) => parts.second),
      isDerived,
    ],
  });
  for (const row of rows) odd.add(row.run_id);
  return odd;
}

async function namesOfRuns(db: Database, runIds: readonly number[]): Promise<Map<number, RunNames>> {
  const names = new Map<number, RunNames>(runIds.map((id) => [id, { keys: new Set(), keyOfParts: new Map() }]));
  const { rows } = await db.query<{ run_id: number; key: string; title: string | null; variant: string | null }>({
    text: 'select s.run_id, k.key, s.title, s.variant from series s join keys k using (key_id) where s.run_id = any($1)',
    values: [runIds],
  });
  for (const { run_id, key, title, variant } of rows) {
    const parts = title === null ? null : { first: title, second: variant ?? '' };
    names.get(run_id)?.keys.add(key);
    names.get(run_id)?.keyOfParts.set(textOf(shownParts(seriesNaming, { key, parts })), key);
  }
  return names;
}
