import type { Database } from './database.ts';

/** `=` same, `-` missing in the sink, `+` only in the sink, `*` differs, `!` could not be read, written or compared. */
export type FindingSymbol = '=' | '-' | '+' | '*' | '!';

/** Something to say about one item of a transfer. */
export interface TransferFinding {
  phase: 'copy' | 'verify' | 'rollback';
  kind: string;
  sourceId: string;
  /** `points`, `files`, a field, ...; null for the item as a whole. */
  part: string | null;
  symbol: FindingSymbol;
  detail: string;
}

export async function insertFindings(db: Database, transferId: string, findings: readonly TransferFinding[]): Promise<void> {
  if (findings.length === 0) return;
  const column = (name: keyof TransferFinding) => findings.map((finding) => finding[name]);
  await db.query({
    text: `
insert into transfer_findings (transfer_id, phase, kind, source_id, part, symbol, detail)
select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    values: [
      transferId,
      column('phase'),
      column('kind'),
      column('sourceId'),
      column('part'),
      column('symbol'),
      findings.map(({ detail }) => detail.replaceAll('\0', '\\0')),
    ],
  });
}

/** A phase begins anew: what it found before is forgotten. */
export async function deleteFindings(db: Database, transferId: string, phase: TransferFinding['phase']): Promise<void> {
  await db.query({ text: 'delete from transfer_findings where transfer_id = $1 and phase = $2', values: [transferId, phase] });
}

/** A page of findings in the order they were made, each with its number. @param after number of the last one of the page before */
export async function listFindings(
  db: Database,
  transferId: string,
  page: { after?: bigint; limit: number },
): Promise<(TransferFinding & { number: bigint })[]> {
  const { rows } = await db.query<TransferFinding & { number: bigint }>({
    text: `
select finding_no as number, phase, kind, source_id as "sourceId", part, symbol, detail from transfer_findings
where transfer_id = $1 and finding_no > $2 order by finding_no limit $3`,
    values: [transferId, page.after ?? 0n, page.limit],
  });
  return rows;
}
