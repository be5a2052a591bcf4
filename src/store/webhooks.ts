import type { Webhook, WebhookDraft, WebhookEventName } from '../model/webhook.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { Bindings } from './search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './search/keyset.ts';
import { cutPage, readPageToken } from './search/page-token.ts';

/** A webhook with its secret, encrypted. */
export interface StoredWebhook extends Webhook {
  sealedSecret: string | null;
}

/** What is written of a webhook. */
type Written = Omit<WebhookDraft, 'secret'> & { sealedSecret: string | null };

interface WebhookRow {
  webhook_id: string;
  name: string;
  description: string;
  url: string;
  events: WebhookEventName[];
  secret: string | null;
  active: boolean;
  created_at: Date;
  changed_at: Date;
}

const COLUMNS = 'webhook_id, name, description, url, events, secret, active, created_at, changed_at';

function toWebhook(row: WebhookRow): StoredWebhook {
  return {
    id: idOfUuid(row.webhook_id, null),
    name: row.name,
    description: row.description,
    url: row.url,
    events: row.events,
    active: row.active,
    sealedSecret: row.secret,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** Adds a webhook. @param id 32 lower hex */
export async function insertWebhook(
  db: Database,
  { workspaceId, id, now, ...draft }: Written & { workspaceId: string; id: string; now: Date },
): Promise<StoredWebhook> {
  const { rows } = await db.query<WebhookRow>({
    text: `insert into webhooks (workspace_id, webhook_id, name, description, url, events, secret, active, created_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning ${COLUMNS}`,
    values: [workspaceId, uuidOfId(id), ...valuesOf(draft), now],
  });
  return toWebhook(rows[0] as WebhookRow);
}

function valuesOf({ name, description, url, events, sealedSecret, active }: Written): unknown[] {
  return [name, description, url, events, sealedSecret, active];
}

/** A webhook of the workspace by its id, 32 lower hex. */
export async function findWebhook(db: Database, workspaceId: string, id: string): Promise<StoredWebhook | undefined> {
  const { rows } = await db.query<WebhookRow>({
    text: `select ${COLUMNS} from webhooks where workspace_id = $1 and webhook_id = $2`,
    values: [workspaceId, uuidOfId(id)],
  });
  return rows[0] && toWebhook(rows[0]);
}

/** Changes what is given, the rest stays. One that is not active any more forgets what it was still to be told. */
export async function updateWebhook(
  db: Database,
  { workspaceId, id, now, ...change }: Partial<Written> & { workspaceId: string; id: string; now: Date },
): Promise<StoredWebhook | undefined> {
  const { name, description, url, events, sealedSecret, active } = change;
  const { rows } = await db.query<WebhookRow>({
    text: `with forgotten as (
        delete from webhook_deliveries where webhook_id = $2 and not $8::boolean
          and exists (select from webhooks where workspace_id = $1 and webhook_id = $2))
      update webhooks set name = coalesce($3, name), description = coalesce($4, description), url = coalesce($5, url),
        events = coalesce($6, events), secret = case when $9 then $7 else secret end, active = coalesce($8, active),
        changed_at = $10
      where workspace_id = $1 and webhook_id = $2 returning ${COLUMNS}`,
    values: [workspaceId, uuidOfId(id), name, description, url, events, sealedSecret, active, sealedSecret !== undefined, now],
  });
  return rows[0] && toWebhook(rows[0]);
}

/** Deletes a webhook with all it was still to be told. @returns false when it was not there */
export async function deleteWebhook(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'delete from webhooks where workspace_id = $1 and webhook_id = $2',
    values: [workspaceId, uuidOfId(id)],
  });
  return rowCount > 0;
}

const newestFirst: readonly SortKey[] = [
  { expression: '(extract(epoch from created_at) * 1000)::int8', type: 'int8', descending: true },
  { expression: 'webhook_id', type: 'uuid', descending: true },
];

/** What is asked of a listing. */
export interface WebhookPage {
  limit: number;
  after: string | undefined;
}

/** A page of the workspace's webhooks, newest first. @throws invalid for a place that is none of this listing */
export async function listWebhooks(
  db: Database,
  workspaceId: string,
  { limit, after }: WebhookPage,
): Promise<{ webhooks: StoredWebhook[]; next?: string }> {
  const bindings = new Bindings();
  const start = after === undefined ? undefined : readPageToken(after, 'webhooks', [newestFirst]);
  const conditions = [
    `workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    ...(start ? [afterPlace(newestFirst, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<WebhookRow & { place: Place }>({
    text: `select ${COLUMNS}, ${placeOf(newestFirst)} as place from webhooks where ${conditions.join(' and ')}
      order by ${sortList(newestFirst)} limit ${bindings.bind(limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, limit, 'webhooks');
  return { webhooks: page.map(toWebhook), ...more };
}
