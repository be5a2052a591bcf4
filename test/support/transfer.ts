import {
  ensureTransfer,
  type OpenTransfer,
  runTransfer,
  type TransferOutcome,
  type TransferWork,
} from '../../src/bridge/run-transfer.ts';
import type { Sink } from '../../src/bridge/sink.ts';
import type { Selection, Source } from '../../src/bridge/source.ts';
import { openDatabase } from '../../src/store/database.ts';
import { joinedDatabase } from '../../src/store/joined-database.ts';
import { listFindings, type TransferFinding } from '../../src/store/transfer-findings.ts';
import { type TransferRecord, transfersById } from '../../src/store/transfers.ts';
import { atEndOfFile } from './cleanup.ts';
import { cloneDatabase } from './database.ts';
import { newId } from './new-id.ts';

/** Transfers between any two sides, kept in a database of their own. */
export interface TransferDesk {
  db: ReturnType<typeof openDatabase>;
  /** Does steps of the transfer of these sides; copying and comparing when nothing is said. */
  run(source: Source, sink: Sink, work?: Partial<TransferWork> & { selection?: Selection }): Promise<TransferOutcome>;
  /** The transfer of these sides as it is kept. */
  transfer(source: Source, sink: Sink): Promise<TransferRecord>;
  findings(source: Source, sink: Sink): Promise<TransferFinding[]>;
}

/** Opens a desk; it is closed when the calling test file is done. */
export async function openTransferDesk(): Promise<TransferDesk> {
  const db = openDatabase(await cloneDatabase(), { connections: 4 });
  atEndOfFile(() => db.close());
  const opened = (source: Source, sink: Sink, selection: Selection = {}): OpenTransfer => ({
    context: { now: () => new Date(), newId, actor: { userId: newId(), name: 'admin', role: 'admin' } },
    db,
    joined: joinedDatabase(db),
    direction: 'export',
    source,
    sink,
    selection,
  });
  return {
    db,
    async run(source, sink, { selection, ...work } = {}) {
      const open = opened(source, sink, selection);
      const signal = new AbortController().signal;
      return runTransfer(open, await ensureTransfer(open), { steps: ['run', 'verify'], signal, ...work });
    },
    async transfer(source, sink) {
      const { id } = await ensureTransfer(opened(source, sink));
      return (await transfersById(db, id))[0] as TransferRecord;
    },
    async findings(source, sink) {
      const { id } = await ensureTransfer(opened(source, sink));
      return listFindings(db, id, { limit: 1000 });
    },
  };
}
