import { isJsonObject, parseSpelledJson, writePythonJson } from '../wire/python-json.ts';
import { meaningOf, plainText } from './attribute-text.ts';
import type { Convention, TokenKeys } from './conventions.ts';
import * as conventions from './conventions.ts';
import type { Attributes, OtlpEvent } from './otlp-span.ts';

/** How one tool's spans are understood. What it gives are JSON texts, as attributes are kept. */
export interface Dialect {
  typeOf?(attributes: Attributes): string | undefined;
  tokens?(attributes: Attributes): Tokens | undefined;
  input?(attributes: Attributes): string | undefined;
  output?(attributes: Attributes): string | undefined;
  inputOfEvents?(events: readonly OtlpEvent[], attributes: Attributes): string | undefined;
  outputOfEvents?(events: readonly OtlpEvent[], attributes: Attributes): string | undefined;
  model?(attributes: Attributes): string | undefined;
  provider?(attributes: Attributes): string | undefined;
  /** How MLflow's pages draw its messages. */
  format?(attributes: Attributes): string | undefined;
  tools?(attributes: Attributes): string | undefined;
}

/** Numbers of tokens that a span reports. */
export interface Tokens {
  input?: bigint | undefined;
  output?: bigint | undefined;
  total?: bigint | undefined;
  cacheRead?: bigint | undefined;
  cacheCreation?: bigint | undefined;
}

/** An attribute that holds something: no empty text, list or object, no 0, no null. */
function filled(attributes: Attributes, key: string): string | undefined {
  const text = attributes.get(key);
  if (text === undefined) return undefined;
  const meaning = meaningOf(text);
  const isEmpty = typeof meaning === 'object' && meaning !== null ? Object.keys(meaning).length === 0 : !meaning;
  return isEmpty ? undefined : text;
}

function firstFilled(attributes: Attributes, keys: readonly (string | RegExp)[] = []): string | undefined {
  for (const key of keys) {
    const candidates = typeof key === 'string' ? [key] : [...attributes.keys()].filter((name) => key.test(name));
    for (const candidate of candidates) {
      const text = filled(attributes, candidate);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

const WHOLE = /^\s*[+-]?\d{1,30}\s*$/;

/** A whole number, or a text that is one. */
function wholeOf(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined;
  const plain = plainText(text);
  return WHOLE.test(plain) ? BigInt(plain.trim()) : undefined;
}

function countTokens(attributes: Attributes, keys: TokenKeys): Tokens | undefined {
  const count = (names: readonly string[] = []) => {
    const name = names.find((candidate) => attributes.has(candidate));
    return name === undefined ? undefined : wholeOf(attributes.get(name));
  };
  const tokens = {
    input: count(keys.input),
    output: count(keys.output),
    total: count(keys.total),
    cacheRead: count(keys.cacheRead),
    cacheCreation: count(keys.cacheCreation),
  };
  return tokens.input === undefined && tokens.output === undefined && tokens.total === undefined ? undefined : tokens;
}

/** A dialect that is nothing but names. */
function named({ typeKey, types = {}, tokens, inputs, outputs, models, provider, tools }: Convention): Dialect {
  return {
    typeOf: (attributes) => {
      const text = typeKey === undefined ? undefined : attributes.get(typeKey);
      const type = text === undefined ? undefined : meaningOf(text);
      return typeof type === 'string' && Object.hasOwn(types, type) ? types[type] : undefined;
    },
    tokens: (attributes) => tokens && countTokens(attributes, tokens),
    input: (attributes) => firstFilled(attributes, inputs),
    output: (attributes) => firstFilled(attributes, outputs),
    model: (attributes) => firstFilled(attributes, models),
    provider: (attributes) => provider && filled(attributes, provider),
    tools: (attributes) => tools && filled(attributes, tools),
  };
}

const genAi = named(conventions.genAi);

/** JSON of a value that is made of parts of attributes, their numbers as they were written. */
function remade(text: string): unknown {
  try {
    return parseSpelledJson(text);
  } catch {
    return text;
  }
}

const geminiTypes: Readonly<Record<string, string>> = { llm_call: 'LLM', tool_call: 'TOOL', agent_call: 'AGENT' };

function isGemini(attributes: Attributes): boolean {
  return attributes.has('gen_ai.agent.name') && plainText(attributes.get('gen_ai.agent.name') ?? '') === 'gemini-cli';
}

/** Gemini's command line: the names of `gen_ai`, messages in the form of its own kit. */
const geminiCli: Dialect = {
  typeOf: (attributes) =>
    isGemini(attributes) ? geminiTypes[plainText(attributes.get('gen_ai.operation.name') ?? '')] : undefined,
  format: (attributes) => (isGemini(attributes) ? 'gemini' : undefined),
  input: (attributes) => {
    const text = isGemini(attributes) ? genAi.input?.(attributes) : undefined;
    const contents = text === undefined ? undefined : remade(text);
    return Array.isArray(contents) || typeof contents === 'string' ? writePythonJson({ contents }) : text;
  },
  output: (attributes) => {
    const text = isGemini(attributes) ? genAi.output?.(attributes) : undefined;
    const pieces = text === undefined ? undefined : remade(text);
    if (!Array.isArray(pieces)) return text;
    const parts = pieces.flatMap((piece) => (isJsonObject(piece) && Array.isArray(piece['parts']) ? piece['parts'] : []));
    return parts.length > 0 ? writePythonJson({ candidates: [{ content: { role: 'model', parts } }] }) : text;
  },
};

const REDACTED = '<REDACTED>';
const claudeTypes: Readonly<Record<string, string>> = { interaction: 'AGENT', llm_request: 'LLM', tool: 'TOOL' };

/** What kind of step a span of Claude Code is; undefined for spans of others. */
function claudeKind(attributes: Attributes): string | undefined {
  const type = meaningOf(attributes.get('span.type') ?? 'null');
  const kind = typeof type === 'string' ? type.replace(/^claude_code\./, '') : '';
  return Object.hasOwn(claudeTypes, kind) ? kind : undefined;
}

function shown(attributes: Attributes, key: string): string | undefined {
  const text = filled(attributes, key);
  return text === undefined || meaningOf(text) === REDACTED ? undefined : text;
}

const CLAUDE_DETAILS = ['full_command', 'file_path', 'skill_name', 'subagent_type'];

/** @see https://code.claude.com/docs/en/monitoring-usage */
const claudeCode: Dialect = {
  typeOf: (attributes) => claudeTypes[claudeKind(attributes) ?? ''],
  tokens: (attributes) => {
    if (claudeKind(attributes) !== 'llm_request') return undefined;
    const count = (key: string) => wholeOf(attributes.get(key));
    const [own, output] = [count('input_tokens'), count('output_tokens')];
    const [cacheRead, cacheCreation] = [count('cache_read_tokens'), count('cache_creation_tokens')];
    if (own === undefined && output === undefined) return undefined;
    // it counts what came from the cache apart; MLflow counts it in
    const input = own === undefined ? undefined : own + (cacheRead ?? 0n) + (cacheCreation ?? 0n);
    return { input, output, cacheRead, cacheCreation };
  },
  input: (attributes) => {
    const kind = claudeKind(attributes);
    if (kind === 'interaction') return shown(attributes, 'user_prompt') ?? shown(attributes, 'new_context');
    if (kind === 'llm_request') return shown(attributes, 'new_context');
    if (kind !== 'tool') return undefined;
    const given = shown(attributes, 'tool_input');
    if (given !== undefined) return given;
    const details = CLAUDE_DETAILS.flatMap((key) => {
      const text = shown(attributes, key);
      return text === undefined ? [] : [[key, remade(text)] as const];
    });
    return details.length > 0 ? writePythonJson(Object.fromEntries(details)) : undefined;
  },
  output: (attributes) => {
    const kind = claudeKind(attributes);
    if (kind === 'llm_request') return shown(attributes, 'response.model_output');
    return kind === 'tool' ? shown(attributes, 'new_context') : undefined;
  },
  outputOfEvents: (events, attributes) => {
    if (claudeKind(attributes) !== 'tool') return undefined;
    for (const event of events.filter(({ name }) => name === 'tool.output')) {
      const text = ['output', 'content', 'diff'].map((key) => shown(event.attributes, key)).find((found) => found !== undefined);
      if (text !== undefined) return text;
    }
    return undefined;
  },
};

/** A text of the first event of this name, bare. */
function textOfEvent(events: readonly OtlpEvent[], name: string, key: string): string | undefined {
  const text = events.find((event) => event.name === name && filled(event.attributes, key) !== undefined)?.attributes.get(key);
  return text === undefined ? undefined : plainText(text);
}

/** @see https://docs.spring.io/spring-ai/reference/observability */
const springAi: Dialect = {
  inputOfEvents: (events) => textOfEvent(events, 'gen_ai.content.prompt', 'gen_ai.prompt'),
  outputOfEvents: (events) => textOfEvent(events, 'gen_ai.content.completion', 'gen_ai.completion'),
};

/** Messages that events hold, by the role that their name stands for. */
function messagesOf(events: readonly OtlpEvent[], roles: Readonly<Record<string, string>>): string | undefined {
  const messages = events.flatMap(({ name, attributes }) => {
    const content = Object.hasOwn(roles, name) ? filled(attributes, 'content') : undefined;
    if (content === undefined) return [];
    const role = name === 'gen_ai.choice' ? attributes.get('role') : undefined;
    return [{ role: role === undefined ? roles[name] : remade(plainText(role)), content: remade(plainText(content)) }];
  });
  return messages.length > 0 ? writePythonJson(messages) : undefined;
}

const liveKitAgent: ReadonlySet<string> = new Set(['lk.agent_name', 'lk.instructions', 'lk.generation_id']);
const liveKitUnknown: ReadonlySet<string> = new Set([
  'lk.input_text',
  'lk.user_transcript',
  'lk.transcript_confidence',
  'lk.transcription_delay',
]);

function liveKitType(attributes: Attributes): string | undefined {
  if (attributes.has('gen_ai.request.model')) return 'LLM';
  const operation = attributes.get('gen_ai.operation.name');
  const type = operation && conventions.genAi.types?.[plainText(operation).toLowerCase()];
  if (type) return type;
  for (const key of attributes.keys()) {
    if (key === 'lk.retry_count') return 'LLM';
    if (key.startsWith('lk.function_tool')) return 'TOOL';
    if (liveKitAgent.has(key)) return 'AGENT';
    if (key.startsWith('lk.tts') || liveKitUnknown.has(key)) return 'UNKNOWN';
  }
  return undefined;
}

const liveKit: Dialect = {
  ...named(conventions.liveKit),
  typeOf: liveKitType,
  format: (attributes) => ([...attributes.keys()].some((key) => key.startsWith('lk.')) ? 'livekit' : undefined),
  inputOfEvents: (events) =>
    messagesOf(events, {
      'gen_ai.system.message': 'system',
      'gen_ai.user.message': 'user',
      'gen_ai.assistant.message': 'assistant',
    }),
  outputOfEvents: (events) => messagesOf(events, { 'gen_ai.choice': 'assistant' }),
};

/** A value out of the texts in texts that it is wrapped in. */
function unwrapped(text: string): unknown {
  let value: unknown = text;
  for (let times = 0; times < 3 && typeof value === 'string'; times += 1) value = remade(value);
  return value;
}

const vercelChats: ReadonlySet<unknown> = new Set(['ai.generateText.doGenerate', 'ai.streamText.doStream']);

function isVercelChat(attributes: Attributes): boolean {
  return vercelChats.has(plainText(attributes.get('ai.operationId') ?? ''));
}

/** Everything below a prefix as one object. */
function below(attributes: Attributes, prefix: string): string | undefined {
  const fields = [...attributes].filter(([key]) => key.startsWith(prefix));
  if (fields.length === 0) return undefined;
  const entries = fields.map(([key, text]): [string, unknown] => {
    const [name, value] = [key.slice(prefix.length), unwrapped(text)];
    const isTools = name === 'tools' && Array.isArray(value);
    return [name, isTools ? value.map((tool: unknown) => (typeof tool === 'string' ? unwrapped(tool) : tool)) : value];
  });
  return writePythonJson(Object.fromEntries(entries));
}

const namedVercel = named(conventions.vercelAi);
const vercelAi: Dialect = {
  ...namedVercel,
  input: (attributes) => (isVercelChat(attributes) ? below(attributes, 'ai.prompt.') : namedVercel.input?.(attributes)),
  output: (attributes) => (isVercelChat(attributes) ? below(attributes, 'ai.response.') : namedVercel.output?.(attributes)),
  format: (attributes) => (isVercelChat(attributes) ? 'vercel_ai' : undefined),
};

const voltAgent: Dialect = {
  ...named(conventions.voltAgent),
  format: (attributes) =>
    attributes.has('voltagent.operation_id') || attributes.has('voltagent.conversation_id') ? 'voltagent' : undefined,
};

const laminar: Dialect = {
  ...named(conventions.laminar),
  format: (attributes) => (attributes.has('lmnr.span.type') ? 'openai' : undefined),
};

/** In the order in which they are asked. */
export const dialects: readonly Dialect[] = [
  named(conventions.openInference),
  geminiCli,
  // Gemini reports tokens and models by the names of the next one, which therefore come before those of Claude
  { tokens: (attributes) => genAi.tokens?.(attributes), model: (attributes) => genAi.model?.(attributes) },
  claudeCode,
  genAi,
  springAi,
  named(conventions.traceloop),
  named(conventions.googleAdk),
  vercelAi,
  named(conventions.voltAgentStep),
  voltAgent,
  liveKit,
  laminar,
  named(conventions.langfuse),
];
