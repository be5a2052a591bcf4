import { type Database, openDatabase, type Statement } from '../../src/store/database.ts';
import { atEndOfFile } from './cleanup.ts';
import { cloneDatabase } from './database.ts';

/** A plan as Postgres explains it, as far as it is looked at here. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

/** How statements got to their rows. */
export interface Explained {
  statements: number;
  indexes: string[];
  /** Tables read whole, but for the small ones. */
  scanned: string[];
  /** Kinds of all steps, such as `Nested Loop`. */
  steps: string[];
  /** Pages of the database touched. */
  pages: number;
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Small tables that are read whole on purpose. */
const smallTables = ['keys', 'projects'];

/** A fresh database whose planner has the prices of every connection of the server, closed when the calling test file is done. */
export async function openPlanned(): Promise<Database> {
  const url = new URL(await cloneDatabase());
  url.searchParams.set('options', '-c jit=off -c seq_page_cost=0.02 -c random_page_cost=0.02');
  const db = openDatabase(url.href, { connections: 2 });
  atEndOfFile(() => db.close());
  return db;
}

/** How all statements of some work get to their rows, how many pages they touch, and what comes of it. */
export async function explainWork<Result>(
  db: Database,
  work: (watched: Database) => Promise<Result>,
): Promise<Explained & { result: Result }> {
  const statements: Statement[] = [];
  const watched: Database = {
    ...db,
    query: (statement) => {
      statements.push(statement);
      return db.query(statement);
    },
  };
  const result = await work(watched);
  const tops: PlanNode[] = [];
  for (const { text, values = [] } of statements) {
    const explained = await db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>({
      text: `explain (analyze, buffers, format json) ${text}`,
      values,
    });
    tops.push((explained.rows[0]?.['QUERY PLAN'][0] as { Plan: PlanNode }).Plan);
  }
  const nodes = tops.flatMap(nodesOf);
  const scans = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
  return {
    statements: statements.length,
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    scanned: scans.filter((table) => !smallTables.includes(table)),
    steps: nodes.map((node) => node['Node Type']),
    pages: tops.reduce((sum, top) => sum + top['Shared Hit Blocks'] + top['Shared Read Blocks'], 0),
    result,
  };
}
