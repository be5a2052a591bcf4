/**
 * What the planner has to know of traces: that a key says of which kind it is, and that each key has values of its own. Without it the
 * traces of a tag whose value begins with a text were thought to be a thirtieth of what they are. And the few judgements that count for
 * whole sessions, which each search by a judgement asks for.
 */
export const traceStatistics = `
create statistics trace_entries_key_stat (ndistinct, dependencies, mcv) on kind, key, "left"(value, 256) from trace_entries;
create index assessments_session_idx on assessments (name, kind) where covers_session;
`;
