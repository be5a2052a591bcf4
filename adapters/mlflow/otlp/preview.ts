import { meaningOf } from './attribute-text.ts';

const MAX_LENGTH = 1000;
const CUT_MARK = '...';

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMessage(value: unknown): value is JsonObject {
  return isObject(value) && 'role' in value && 'content' in value;
}

function filledList(value: unknown): unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** Messages in the forms that chats with language models have: those of a question, an answer, or of a question within. */
function messagesOf(value: unknown, depth = 0): JsonObject[] {
  if (!isObject(value)) return [];
  const messages = filledList(value['messages']);
  if (messages) return messages.filter(isMessage);
  const choice = filledList(value['choices'])?.[0];
  if (isObject(choice) && isMessage(choice['message'])) return [choice['message']];
  const list = filledList(value['input']) ?? filledList(value['output']);
  if (list) return list.filter(isMessage);
  return 'request' in value && depth < 10 ? messagesOf(value['request'], depth + 1) : [];
}

/** The first text of a message, which may have parts. */
function textOf({ content }: JsonObject): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  for (const part of content) {
    if (typeof part === 'string') return part;
    if (!isObject(part) || (part['type'] !== 'text' && part['type'] !== 'output_text')) continue;
    return typeof part['text'] === 'string' ? part['text'] : '';
  }
  return '';
}

/**
 * The beginning of what went in or came out: of a chat the last message of this role, or else the last one; of anything else its
 * JSON.
 * @see MLflow 3.17.2, mlflow/tracing/utils/truncation.py
 */
export function previewOf(json: string, role: 'user' | 'assistant'): string {
  const messages = messagesOf(meaningOf(json));
  const message = messages.findLast((one) => one['role'] === role) ?? messages.at(-1);
  const text = (message && textOf(message)) || json;
  // no character has more than two units
  const start = [...text.slice(0, 2 * (MAX_LENGTH + 1))];
  return start.length <= MAX_LENGTH ? text : start.slice(0, MAX_LENGTH - CUT_MARK.length).join('') + CUT_MARK;
}
