import type { DocumentNode, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { invalid } from '../../../src/model/errors.ts';
import { tooMuch } from './limits.ts';
import { type Asking, readPart, resolvers } from './resolvers.ts';
import { schemaText } from './schema.ts';

/** A request as pages send it. */
export interface GraphqlRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  /** Which operation of the query is meant, where it has several. */
  operationName: string | undefined;
}

/** What was found, and the sentences of what went wrong. */
export interface GraphqlAnswer {
  data: Record<string, unknown> | null;
  errors: string[] | null;
}

/** Words, names and signs in a request; the longest of MLflow's pages has 300. */
const MAX_TOKENS = 3000;

type Library = typeof import('graphql');

let opened: Promise<{ library: Library; schema: GraphQLSchema }> | undefined;

/** The library takes memory that servers without pages need not spend: it is loaded with the first request. */
async function open() {
  const library = await import('graphql');
  const schema = library.buildSchema(schemaText);
  const longString = schema.getType('LongString') as GraphQLScalarType;
  longString.serialize = String;
  longString.parseValue = (value) => readWhole(value);
  longString.parseLiteral = (node) => readWhole('value' in node ? node.value : undefined);
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!library.isObjectType(type)) throw new Error(`${name} is no type of the schema`);
    for (const [field, resolve] of Object.entries(fields)) Object.assign(type.getFields()[field] as object, { resolve });
  }
  return { library, schema };
}

/** Handed on as a text, which holds all digits. */
function readWhole(value: unknown): string {
  const text = String(value);
  if (!/^-?\d{1,19}$/.test(text)) throw new Error(`LongString must be a whole number of 64 bits, not ${JSON.stringify(value)}.`);
  return text;
}

/**
 * Answers one request. What goes wrong with a part of it is said beside what was found.
 * @throws invalid when the text is no GraphQL
 */
export async function answerGraphql(request: GraphqlRequest, asking: Asking): Promise<GraphqlAnswer> {
  opened ??= open();
  const { library, schema } = await opened;
  let document: DocumentNode;
  try {
    document = library.parse(request.query, { maxTokens: MAX_TOKENS, noLocation: true });
  } catch (error) {
    throw invalid('query', `The query is no GraphQL: ${error instanceof Error ? error.message : ''}`, error);
  }
  const excess = tooMuch(document);
  if (excess !== undefined) return { data: null, errors: [excess] };
  const faults = library.validate(schema, document);
  if (faults.length > 0) return { data: null, errors: faults.map(({ message }) => message) };
  const { data, errors } = await library.execute({
    schema,
    document,
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue: asking,
    fieldResolver: readPart,
  });
  return { data: data ?? null, errors: errors?.map(({ message }) => message) ?? null };
}
