/**
 * Keys by md5 of the title and of the variant that a series under that key has, as ClearML's queries name them: without it each
 * such query hashed the whole dictionary.
 */
export const keysByMd5 = `
create index keys_md5_idx on keys (
  md5(case when strpos(key, '/') > 1 and strpos(key, '/') < length(key)
    and left(key, strpos(key, '/') - 1) <> substr(key, strpos(key, '/') + 1) then left(key, strpos(key, '/') - 1) else key end),
  md5(case when strpos(key, '/') > 1 and strpos(key, '/') < length(key)
    and left(key, strpos(key, '/') - 1) <> substr(key, strpos(key, '/') + 1) then substr(key, strpos(key, '/') + 1) else key end)
);
`;
