import { meaningOf } from './attribute-text.ts';
import { type Dialect, dialects, type Tokens } from './dialects.ts';
import type { Attributes, OtlpSpan } from './otlp-span.ts';

/** MLflow's own names. */
export const TYPE = 'mlflow.spanType';
export const INPUTS = 'mlflow.spanInputs';
export const OUTPUTS = 'mlflow.spanOutputs';
export const USAGE = 'mlflow.chat.tokenUsage';
export const MODEL = 'mlflow.llm.model';
export const PROVIDER = 'mlflow.llm.provider';
const FORMAT = 'mlflow.message.format';
const TOOLS = 'mlflow.chat.tools';
const UNKNOWN = 'UNKNOWN';

function first<Value>(find: (dialect: Dialect) => Value | undefined): Value | undefined {
  for (const dialect of dialects) {
    const found = find(dialect);
    if (found !== undefined) return found;
  }
  return undefined;
}

function writeTokens(tokens: Tokens): string {
  const sum = tokens.input !== undefined && tokens.output !== undefined ? tokens.input + tokens.output : undefined;
  const fields: [string, bigint | undefined][] = [
    ['input_tokens', tokens.input],
    ['output_tokens', tokens.output],
    ['total_tokens', tokens.total ?? sum],
    ['cache_read_input_tokens', tokens.cacheRead],
    ['cache_creation_input_tokens', tokens.cacheCreation],
  ];
  return `{${fields.flatMap(([name, count]) => (count === undefined ? [] : [`"${name}": ${count}`])).join(', ')}}`;
}

/** The model that the content of a call names. */
function modelOf(text: string | undefined): string | undefined {
  const content = text === undefined ? undefined : meaningOf(text);
  if (typeof content !== 'object' || content === null || !('model' in content)) return undefined;
  return typeof content.model === 'string' && content.model !== '' ? JSON.stringify(content.model) : undefined;
}

/** JSON text of an attribute whose text may be bare. */
function asJson(text: string): string {
  const meaning = meaningOf(text);
  return typeof meaning === 'string' ? JSON.stringify(meaning) : text;
}

function add(attributes: Attributes, key: string, find: () => string | undefined): void {
  if (attributes.has(key)) return;
  const text = find();
  if (text !== undefined) attributes.set(key, text);
}

/**
 * Adds to a span what MLflow's pages and searches look for, where it says it in another tool's words; what it says in MLflow's own
 * stays as it is.
 */
export function translate({ attributes, events }: OtlpSpan): void {
  const type = first((dialect) => dialect.typeOf?.(attributes));
  const given = meaningOf(attributes.get(TYPE) ?? 'null');
  if (type !== undefined && (given === null || given === '' || given === UNKNOWN)) attributes.set(TYPE, JSON.stringify(type));
  add(
    attributes,
    INPUTS,
    () => first((dialect) => dialect.input?.(attributes)) ?? first((dialect) => dialect.inputOfEvents?.(events, attributes)),
  );
  add(
    attributes,
    OUTPUTS,
    () => first((dialect) => dialect.output?.(attributes)) ?? first((dialect) => dialect.outputOfEvents?.(events, attributes)),
  );
  add(attributes, USAGE, () => {
    const tokens = first((dialect) => dialect.tokens?.(attributes));
    return tokens && writeTokens(tokens);
  });
  add(attributes, FORMAT, () => {
    const format = first((dialect) => dialect.format?.(attributes));
    return format && JSON.stringify(format);
  });
  add(attributes, TOOLS, () => first((dialect) => dialect.tools?.(attributes)));
  add(
    attributes,
    MODEL,
    () =>
      first((dialect) => {
        const model = dialect.model?.(attributes);
        return model && asJson(model);
      }) ??
      modelOf(attributes.get(INPUTS)) ??
      modelOf(attributes.get(OUTPUTS)),
  );
  add(attributes, PROVIDER, () => {
    const provider = first((dialect) => dialect.provider?.(attributes));
    return provider && asJson(provider);
  });
}
