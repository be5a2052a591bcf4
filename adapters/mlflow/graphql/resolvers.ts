import type { GraphQLFieldResolver, GraphQLOutputType } from 'graphql';
import { AnswerWithHeaders, type Ask, Reply } from '../../../src/http/door.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import { readJsonObject } from '../wire/json.ts';

/** How many operations one request may make, those for fields of the runs it finds included. */
const MAX_ASKED = 100;

type Message = Record<string, unknown>;

/** Carries out operations of the door for one GraphQL request. */
export class Asking {
  readonly #ask: Ask;
  readonly #experiments = new Map<string, Promise<Message>>();
  #asked = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The answer of an operation as a message. @throws too_large when the request asks for too many */
  async ask(operationId: string, message: object): Promise<Message> {
    this.#asked += 1;
    if (this.#asked > MAX_ASKED)
      throw new BridgeError('too_large', `A GraphQL request may ask for ${MAX_ASKED} things; this one asks for more.`);
    const answer = await this.#ask(operationId, message);
    if (answer instanceof AnswerWithHeaders) return answer.answer as Message;
    if (!(answer instanceof Reply)) return answer as Message;
    const read = readJsonObject(String(answer.body));
    if (answer.status !== 200) throw new BridgeError('invalid', String(read['message']));
    return read;
  }

  /** An experiment, asked for once however many of the runs found are in it. */
  experiment(id: string): Promise<Message> {
    const known = this.#experiments.get(id) ?? this.ask('getExperiment', { experiment_id: id });
    this.#experiments.set(id, known);
    return known;
  }
}

type Resolver = GraphQLFieldResolver<Message, Asking, { input?: object | null; inputString?: string }>;

const operation =
  (id: string): Resolver =>
  (_source, { input }, asking) =>
    asking.ask(id, input ?? {});

const infoOf = (run: Message) => run['info'] as { run_id: string; experiment_id: string };

/** Fields that are more than a part of the message around them, by type. */
export const resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>> = {
  Query: {
    mlflowGetExperiment: operation('getExperiment'),
    mlflowGetMetricHistoryBulkInterval: operation('getMetricHistoryBulkInterval'),
    mlflowGetRun: operation('getRun'),
    mlflowListArtifacts: operation('listRunArtifacts'),
    mlflowSearchModelVersions: operation('searchModelVersions'),
    mlflowSearchRuns: operation('searchRuns'),
    test: (_source, { inputString }) => ({ output: inputString }),
  },
  Mutation: {
    mlflowSearchDatasets: operation('searchDatasets'),
    mlflowSearchRuns: operation('searchRuns'),
    // the original has nothing behind it
    testMutation: () => null,
  },
  MlflowRunExtension: {
    experiment: async (run, _args, asking) => (await asking.experiment(infoOf(run).experiment_id))['experiment'],
    modelVersions: async (run, _args, asking) =>
      (await asking.ask('searchModelVersions', { filter: `run_id = '${infoOf(run).run_id}'` }))['model_versions'] ?? [],
  },
};

/** Part of a message, by its name there; one that is not set reads as its type's empty value, as in the original. */
export const readPart: GraphQLFieldResolver<Message, Asking> = (message, _args, _asking, { fieldName, returnType }) => {
  const value = message[fieldName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  if (value === undefined || value === null) return emptyOf(returnType);
  return String(returnType) === 'Float' ? toFloat(Number(value)) : value;
};

const emptyScalars: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['String', ''],
  ['LongString', '0'],
  ['Boolean', false],
  ['ApiError', null],
]);

function emptyOf(type: GraphQLOutputType): unknown {
  const name = String(type);
  if (name.startsWith('[')) return [];
  if (emptyScalars.has(name)) return emptyScalars.get(name);
  return 'getValues' in type ? type.getValues()[0]?.value : {};
}

/** GraphQL has no number that is not finite: NaN is null, and infinity the greatest double as everywhere in MLflow. */
function toFloat(value: number): number | null {
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_VALUE;
}
