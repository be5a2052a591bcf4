import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid } from '../../../src/model/errors.ts';
import type { LabelInput, LabelKind, LabelSchema, LabelSchemaChange, LabelSchemaDraft } from '../../../src/model/label-schema.ts';

type Wire = components['schemas'];

const kinds: Readonly<Record<Wire['label_schemasLabelSchemaType'], LabelKind | undefined>> = {
  FEEDBACK: 'feedback',
  EXPECTATION: 'expectation',
  LABEL_SCHEMA_TYPE_UNSPECIFIED: undefined,
};

/** How reviewers answer; exactly one way must be given. @throws invalid */
function toInput(input: Wire['label_schemasLabelSchemaInput'] = {}): LabelInput {
  const { pass_fail, categorical, numeric, text } = input;
  if (Object.keys(input).length !== 1) {
    throw invalid('input', 'The field input must have exactly one of pass_fail, categorical, numeric and text.');
  }
  if (pass_fail) {
    const { positive_label = '', negative_label = '' } = pass_fail;
    return { type: 'pass_fail', positiveLabel: positive_label, negativeLabel: negative_label };
  }
  if (categorical) {
    return { type: 'categorical', options: categorical.options ?? [], isMultiple: categorical.multi_select ?? false };
  }
  if (numeric) return { type: 'numeric', min: numeric.min_value ?? null, max: numeric.max_value ?? null };
  return { type: 'text', maxLength: text?.max_length ?? null };
}

/** A new question as a client describes it. @throws invalid */
export function toLabelSchemaDraft(body: Wire['label_schemasCreateLabelSchema']): LabelSchemaDraft {
  const kind = kinds[body.type ?? 'LABEL_SCHEMA_TYPE_UNSPECIFIED'];
  if (!kind) throw invalid('type', 'The field type must be FEEDBACK or EXPECTATION.');
  return {
    name: body.name ?? '',
    kind,
    instruction: body.instruction ?? null,
    hasComment: body.enable_comment ?? false,
    input: toInput(body.input),
  };
}

/** What a client changes of a question. @throws invalid */
export function toLabelSchemaChange(body: Wire['label_schemasUpdateLabelSchema']): LabelSchemaChange {
  const { name, instruction, enable_comment, input } = body;
  return {
    ...(name === undefined ? {} : { name }),
    ...(instruction === undefined ? {} : { instruction }),
    ...(enable_comment === undefined ? {} : { hasComment: enable_comment }),
    ...(input === undefined ? {} : { input: toInput(input) }),
  };
}

function toWireInput(input: LabelInput): Wire['label_schemasLabelSchemaInput'] {
  switch (input.type) {
    case 'pass_fail':
      return { pass_fail: { positive_label: input.positiveLabel, negative_label: input.negativeLabel } };
    case 'categorical':
      return { categorical: { options: [...input.options], multi_select: input.isMultiple } };
    case 'numeric':
      return { numeric: { min_value: input.min ?? undefined, max_value: input.max ?? undefined } };
    case 'text':
      return { text: { max_length: input.maxLength ?? undefined } };
  }
}

/** A question as MLflow shows it. */
export function toWireLabelSchema(schema: LabelSchema): Wire['label_schemasLabelSchema'] {
  return {
    schema_id: schema.id,
    experiment_id: schema.experimentId.toString(),
    name: schema.name,
    type: schema.kind === 'feedback' ? 'FEEDBACK' : 'EXPECTATION',
    instruction: schema.instruction ?? undefined,
    enable_comment: schema.hasComment,
    input: toWireInput(schema.input),
    created_at: schema.createdMs,
    last_updated_at: schema.changedMs,
    is_default: schema.isDefault,
  };
}
