/**
 * What ClearML's queries need: keys by md5 of the title and of the variant that a series under that key has, as those queries name
 * them (without it each hashed the whole dictionary), and the runs of a project by when they were updated, its usual order (100 of
 * 20,000 runs in 1 ms instead of 14; reports of events update one more index).
 */
export const queryIndexes = `
create index keys_md5_idx on keys (
  md5(case when strpos(key, '/') > 1 and strpos(key, '/') < length(key)
    and left(key, strpos(key, '/') - 1) <> substr(key, strpos(key, '/') + 1) then left(key, strpos(key, '/') - 1) else key end),
  md5(case when strpos(key, '/') > 1 and strpos(key, '/') < length(key)
    and left(key, strpos(key, '/') - 1) <> substr(key, strpos(key, '/') + 1) then substr(key, strpos(key, '/') + 1) else key end)
);
create index runs_updated_idx on runs (project_id, coalesce(updated_at, changed_at) desc, uuid);
`;
