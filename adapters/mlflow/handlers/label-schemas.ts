import type { operations } from '../../../openapi/generated/mlflow.ts';
import * as evaluation from '../../../src/evaluation/label-schemas.ts';
import type { Handler } from '../../../src/http/door.ts';
import { toExperimentId } from '../map/ids.ts';
import { toLabelSchemaChange, toLabelSchemaDraft, toWireLabelSchema } from '../map/label-schema.ts';
import { toPage } from '../map/page.ts';

const PAGE = { usual: 100, most: 50_000 };

export const createLabelSchema: Handler<operations['createLabelSchema']> = async ({ body }, context) => {
  const experimentId = toExperimentId(body.experiment_id);
  return { label_schema: toWireLabelSchema(await evaluation.createLabelSchema(context, experimentId, toLabelSchemaDraft(body))) };
};

export const getLabelSchema: Handler<operations['getLabelSchema']> = async ({ query }, context) => ({
  label_schema: toWireLabelSchema(await evaluation.getLabelSchema(context, query.schema_id ?? '')),
});

export const getLabelSchemaByName: Handler<operations['getLabelSchemaByName']> = async ({ query }, context) => {
  const schema = await evaluation.getLabelSchemaByName(context, toExperimentId(query.experiment_id), query.name ?? '');
  return { label_schema: toWireLabelSchema(schema) };
};

export const listLabelSchemas: Handler<operations['listLabelSchemas']> = async ({ query }, context) => {
  const page = toPage(query, PAGE);
  const { schemas, next } = await evaluation.listLabelSchemas(context, toExperimentId(query.experiment_id), page);
  return { label_schemas: schemas.map(toWireLabelSchema), next_page_token: next ?? '' };
};

export const updateLabelSchema: Handler<operations['updateLabelSchema']> = async ({ body }, context) => ({
  label_schema: toWireLabelSchema(await evaluation.updateLabelSchema(context, body.schema_id ?? '', toLabelSchemaChange(body))),
});

export const deleteLabelSchema: Handler<operations['deleteLabelSchema']> = async ({ body }, context) => {
  await evaluation.deleteLabelSchema(context, body.schema_id ?? '');
  return {};
};
