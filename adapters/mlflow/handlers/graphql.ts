import type { operations } from '../../../openapi/generated/mlflow.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { toKnownError } from '../../../src/http/kernel.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { answerGraphql } from '../graphql/engine.ts';
import { Asking } from '../graphql/resolvers.ts';

/**
 * Answers 200 whatever comes of it, as GraphQL has it; only what is no GraphQL at all is refused. Each root field is carried out as the
 * operation it stands for, with the rights that asks.
 */
export const graphql: Handler<operations['graphql']> = async ({ body, query: given, ask }, { log }) => {
  // a GET carries the same body, which the reader then hands over as the query
  const { query, variables, operationName } = body ?? (given as NonNullable<typeof body>);
  if (!query) throw invalid('query', `The field query must be a text of the GraphQL language, not ${show(query ?? null)}.`);
  if (Array.isArray(variables)) throw invalid('variables', 'The field variables must be a JSON object, not a list.');
  const asking = new Asking((id, message) =>
    ask(id, message).catch((error) => {
      throw toKnownError(error, log, { operation: id, by: 'graphql' });
    }),
  );
  const answer = await answerGraphql({ query, variables: variables ?? {}, operationName }, asking);
  return new Reply(200, { 'content-type': 'application/json' }, JSON.stringify(answer));
};
