import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';

export const debugPing: Handler<operations['debug.ping']> = async () => ({});
