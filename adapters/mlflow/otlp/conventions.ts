/**
 * How other tools name what MLflow's pages look for in a span, as data: the first convention that has a thing gives it.
 * @see MLflow 3.17.2, mlflow/tracing/otel/translation
 */
export interface Convention {
  /** Attribute that says what kind of step a span is, and MLflow's types for its values. */
  typeKey?: string;
  types?: Readonly<Record<string, string>>;
  tokens?: TokenKeys;
  /** Attributes with what went in and came out. */
  inputs?: readonly (string | RegExp)[];
  outputs?: readonly (string | RegExp)[];
  models?: readonly string[];
  provider?: string;
  tools?: string;
}

/** Attributes with numbers of tokens; the first one that is there counts. */
export interface TokenKeys {
  input: readonly string[];
  output: readonly string[];
  total?: readonly string[];
  cacheRead?: readonly string[];
  cacheCreation?: readonly string[];
}

/** @see https://github.com/Arize-ai/openinference */
export const openInference: Convention = {
  typeKey: 'openinference.span.kind',
  types: {
    TOOL: 'TOOL',
    CHAIN: 'CHAIN',
    LLM: 'LLM',
    RETRIEVER: 'RETRIEVER',
    EMBEDDING: 'EMBEDDING',
    AGENT: 'AGENT',
    RERANKER: 'RERANKER',
    UNKNOWN: 'UNKNOWN',
    GUARDRAIL: 'GUARDRAIL',
    EVALUATOR: 'EVALUATOR',
  },
  tokens: {
    input: ['llm.token_count.prompt'],
    output: ['llm.token_count.completion'],
    total: ['llm.token_count.total'],
    cacheRead: ['llm.token_count.prompt_details.cache_read'],
    cacheCreation: ['llm.token_count.prompt_details.cache_write'],
  },
  inputs: ['input.value'],
  outputs: ['output.value'],
  models: ['llm.response.model_name', 'llm.model_name', 'llm.request.model_name', 'embedding.model_name'],
  provider: 'llm.provider',
};

/** @see https://opentelemetry.io/docs/specs/semconv/gen-ai */
export const genAi: Convention = {
  typeKey: 'gen_ai.operation.name',
  types: {
    chat: 'CHAT_MODEL',
    create_agent: 'AGENT',
    embeddings: 'EMBEDDING',
    execute_tool: 'TOOL',
    generate_content: 'LLM',
    invoke_agent: 'AGENT',
    text_completion: 'LLM',
    response: 'LLM',
  },
  tokens: {
    input: ['gen_ai.usage.input_tokens'],
    output: ['gen_ai.usage.output_tokens'],
    cacheRead: ['gen_ai.usage.cache_read.input_tokens'],
    cacheCreation: ['gen_ai.usage.cache_write.input_tokens', 'gen_ai.usage.cache_creation.input_tokens'],
  },
  inputs: ['gen_ai.input.messages', 'gen_ai.tool.call.arguments'],
  outputs: ['gen_ai.output.messages', 'gen_ai.tool.call.result'],
  models: ['gen_ai.response.model', 'gen_ai.request.model'],
  provider: 'gen_ai.provider.name',
  tools: 'gen_ai.tool.definitions',
};

/** @see https://github.com/traceloop/openllmetry */
export const traceloop: Convention = {
  typeKey: 'traceloop.span.kind',
  types: { workflow: 'WORKFLOW', task: 'TASK', agent: 'AGENT', tool: 'TOOL', unknown: 'UNKNOWN' },
  tokens: {
    input: ['gen_ai.usage.prompt_tokens'],
    output: ['gen_ai.usage.completion_tokens'],
    total: ['llm.usage.total_tokens'],
  },
  inputs: ['traceloop.entity.input', /^gen_ai\.prompt\.\d+\.content/, /^gen_ai\.completion\.\d+\.tool_calls\.\d+\.arguments/],
  outputs: ['traceloop.entity.output', /^gen_ai\.completion\.\d+\.content/],
  provider: 'gen_ai.system',
};

/** @see https://github.com/google/adk-python */
export const googleAdk: Convention = {
  inputs: ['gcp.vertex.agent.llm_request', 'gcp.vertex.agent.tool_call_args'],
  outputs: ['gcp.vertex.agent.llm_response', 'gcp.vertex.agent.tool_response'],
};

/** @see https://ai-sdk.dev/docs/ai-sdk-core/telemetry */
export const vercelAi: Convention = {
  typeKey: 'ai.operationId',
  types: {
    'ai.generateText': 'LLM',
    'ai.generateText.doGenerate': 'LLM',
    'ai.toolCall': 'TOOL',
    'ai.streamText': 'LLM',
    'ai.streamText.doStream': 'LLM',
    'ai.generateObject': 'LLM',
    'ai.generateObject.doGenerate': 'LLM',
    'ai.streamObject': 'LLM',
    'ai.streamObject.doStream': 'LLM',
    'ai.embed': 'EMBEDDING',
    'ai.embed.doEmbed': 'EMBEDDING',
    'ai.embedMany': 'EMBEDDING',
  },
  inputs: ['ai.prompt', 'ai.toolCall.args', 'ai.value', 'ai.values'],
  outputs: ['ai.response.text', 'ai.toolCall.result', 'ai.response.object', 'ai.embedding', 'ai.embeddings'],
};

/** Its steps have `span.type`; the agent at the top has only `entity.type`, which its steps have too. */
const voltTypes = { agent: 'AGENT', llm: 'LLM', tool: 'TOOL', memory: 'MEMORY' };
export const voltAgentStep: Convention = {
  typeKey: 'span.type',
  types: voltTypes,
  tokens: {
    input: ['usage.prompt_tokens', 'llm.usage.prompt_tokens'],
    output: ['usage.completion_tokens', 'llm.usage.completion_tokens'],
    total: ['usage.total_tokens', 'llm.usage.total_tokens'],
  },
  inputs: ['agent.messages', 'llm.messages', 'input'],
  outputs: ['output'],
};
export const voltAgent: Convention = { typeKey: 'entity.type', types: voltTypes };

/** @see https://docs.livekit.io/agents/observability */
export const liveKit: Convention = {
  inputs: ['lk.user_input', 'lk.user_transcript', 'lk.chat_ctx', 'lk.input_text'],
  outputs: ['lk.response.text', 'lk.response.function_calls'],
};

/** @see https://docs.lmnr.ai */
export const laminar: Convention = {
  typeKey: 'lmnr.span.type',
  types: {
    LLM: 'LLM',
    TOOL: 'TOOL',
    DEFAULT: 'CHAIN',
    PIPELINE: 'CHAIN',
    EXECUTOR: 'AGENT',
    EVALUATOR: 'EVALUATOR',
    HUMAN_EVALUATOR: 'EVALUATOR',
    EVALUATION: 'EVALUATOR',
    CACHED: 'LLM',
  },
  inputs: ['lmnr.span.input'],
  outputs: ['lmnr.span.output'],
  provider: 'gen_ai.system',
};

/** @see https://langfuse.com/docs/opentelemetry */
export const langfuse: Convention = {
  typeKey: 'langfuse.observation.type',
  types: {
    generation: 'LLM',
    embedding: 'EMBEDDING',
    tool: 'TOOL',
    retriever: 'RETRIEVER',
    agent: 'AGENT',
    chain: 'CHAIN',
    evaluator: 'EVALUATOR',
    guardrail: 'GUARDRAIL',
    span: 'UNKNOWN',
  },
  inputs: ['langfuse.observation.input'],
  outputs: ['langfuse.observation.output'],
};
