import { invalid, show } from './errors.ts';

/** How a reviewer answers. */
export type LabelInput =
  | { type: 'pass_fail'; positiveLabel: string; negativeLabel: string }
  | { type: 'categorical'; options: readonly string[]; isMultiple: boolean }
  | { type: 'numeric'; min: number | null; max: number | null }
  | { type: 'text'; maxLength: bigint | null };

/** Whether an answer says how good something is, or what it should have been. */
export type LabelKind = 'feedback' | 'expectation';

/** A question that reviewers of a project's traces answer. Answers are kept as assessments of its name. */
export interface LabelSchema {
  /** `ls-` and 32 lower hex. */
  id: string;
  experimentId: bigint;
  /** Unique in its project. */
  name: string;
  kind: LabelKind;
  instruction: string | null;
  /** A comment can be given with the answer. */
  hasComment: boolean;
  input: LabelInput;
  /** The one question every project has; it stays as it is. */
  isDefault: boolean;
  createdMs: bigint;
  changedMs: bigint;
}

/** What a client says of a schema; `kind` stays as it was made. */
export type LabelSchemaDraft = Pick<LabelSchema, 'name' | 'kind' | 'instruction' | 'hasComment' | 'input'>;

/** A change of a schema; what is left out stays. */
export type LabelSchemaChange = Partial<Omit<LabelSchemaDraft, 'kind'>>;

/** The question every project has from the first time its questions are listed. */
export const defaultLabelSchema: LabelSchemaDraft = {
  name: 'Feedback',
  kind: 'feedback',
  // the same words as the original has: its web pages show them
  instruction: 'Share any feedback on this trace.',
  hasComment: false,
  input: { type: 'text', maxLength: null },
};

/** Limits of the original, in code points. @see MLflow 3.17.2, validation of label schemas */
const MAX_NAME = 250;
const MAX_INSTRUCTION = 1000;
const MAX_LABEL = 64;
const MAX_OPTIONS = 10;

function checkText(field: string, text: string, { min, max }: { min: number; max: number }): void {
  // texts of many units may be short in characters, but not below a half
  const length = text.length > 2 * max ? text.length : [...text].length;
  if (length >= min && length <= max) return;
  throw invalid(field, `The ${field} ${show(text)} of a label schema must have ${min} to ${max} characters; it has ${length}.`);
}

function checkInput(input: LabelInput): void {
  switch (input.type) {
    case 'pass_fail':
      checkText('positive_label', input.positiveLabel, { min: 1, max: MAX_LABEL });
      checkText('negative_label', input.negativeLabel, { min: 1, max: MAX_LABEL });
      if (input.positiveLabel !== input.negativeLabel) return;
      throw invalid('negative_label', `The labels of a pass_fail input must differ; both are ${show(input.positiveLabel)}.`);
    case 'categorical':
      checkOptions(input.options);
      return;
    case 'numeric':
      checkBounds(input);
      return;
    case 'text':
      if (input.maxLength === null || input.maxLength > 0n) return;
      throw invalid('max_length', `The max_length of a text input must be at least 1, not ${input.maxLength}.`);
  }
}

function checkOptions(options: readonly string[]): void {
  if (options.length === 0 || options.length > MAX_OPTIONS) {
    throw invalid('options', `A categorical input must have 1 to ${MAX_OPTIONS} options; this one has ${options.length}.`);
  }
  for (const option of options) checkText('options', option, { min: 1, max: MAX_LABEL });
  const twice = options.find((option, at) => options.indexOf(option) !== at);
  if (twice !== undefined)
    throw invalid('options', `The options of a categorical input must differ; ${show(twice)} stands twice.`);
}

function checkBounds({ min, max }: { min: number | null; max: number | null }): void {
  for (const bound of [min, max]) {
    if (bound !== null && !Number.isFinite(bound))
      throw invalid('input', `A bound of a numeric input must be finite, not ${bound}.`);
  }
  if (min !== null && max !== null && min >= max) {
    throw invalid('min_value', `The min_value of a numeric input must be below its max_value: ${min} is not below ${max}.`);
  }
}

/** @throws invalid for what a schema cannot be, or be changed to */
export function checkLabelSchema({ name, instruction, input }: LabelSchemaChange): void {
  if (name !== undefined) {
    checkText('name', name, { min: 1, max: MAX_NAME });
    if (name.trim().toLowerCase() === defaultLabelSchema.name.toLowerCase()) {
      throw invalid('name', `The name ${show(name)} is kept for the question that every experiment has.`);
    }
  }
  if (instruction) checkText('instruction', instruction, { min: 0, max: MAX_INSTRUCTION });
  if (input) checkInput(input);
}

/** @throws invalid for an input of which answers that are there already would be none */
export function checkSameInput(old: LabelInput, input: LabelInput): void {
  if (old.type !== input.type) {
    throw invalid('input', `The input of a label schema stays what it is: ${old.type} cannot become ${input.type}.`);
  }
  if (old.type === 'categorical' && input.type === 'categorical' && old.isMultiple !== input.isMultiple) {
    throw invalid('multi_select', `The multi_select of a categorical input stays ${old.isMultiple}.`);
  }
}
