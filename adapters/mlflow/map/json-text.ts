import { invalid, show } from '../../../src/model/errors.ts';
import { isJsonObject, type JsonObject, parsePythonJson } from '../wire/python-json.ts';

/** Deepest nesting that is read; the original gives up at about as much. */
const MAX_DEPTH = 500;

function refuseDeepNesting(field: string, text: string): void {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (isQuoted) {
      if (unit === '\\') at += 1;
      else if (unit === '"') isQuoted = false;
    } else if (unit === '"') isQuoted = true;
    else if (unit === '[' || unit === '{') depth += 1;
    else if (unit === ']' || unit === '}') depth -= 1;
    if (depth > MAX_DEPTH) throw invalid(field, `The field ${field} holds JSON nested more than ${MAX_DEPTH} deep.`);
  }
}

/** The JSON that a text field holds, as Python writes it: bare NaN included. @throws invalid for a text that is no JSON */
export function readJsonText(field: string, text: string): unknown {
  refuseDeepNesting(field, text);
  try {
    return parsePythonJson(text);
  } catch (error) {
    throw invalid(field, `The field ${field} ${show(text)} is not valid JSON.`, error);
  }
}

/** The JSON object that a text field holds. @throws invalid */
export function readJsonObjectText(field: string, text: string): JsonObject {
  const value = readJsonText(field, text);
  if (isJsonObject(value)) return value;
  throw invalid(field, `The field ${field} must hold a JSON object, not ${show(text)}.`);
}
