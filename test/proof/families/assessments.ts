import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun } from './basics.ts';
import { ofTrace, searchTracesV3, startTraceV3, values } from './traces.ts';

const source = (world: World) => ({ source_type: world.chance.one(['HUMAN', 'LLM_JUDGE', 'CODE']), source_id: 'ann' });

const judged = (world: World): Record<string, unknown> =>
  world.chance.one<Record<string, unknown>>([
    { feedback: { value: world.chance.one([true, 0.5, 3, 'good', ['a'], { a: 1 }, null]) } },
    { feedback: { value: 'good', error: { error_code: 'E', error_message: 'broken' } } },
    { expectation: { value: world.chance.one(['yes', 5, { a: [1] }]) } },
    { expectation: { serialized_value: { value: '[1, 2]', serialization_format: 'JSON_FORMAT' } } },
    {},
  ]);

const assessment = (world: World) => ({
  assessment_name: world.chance.one(['quality', 'answer', 'score']),
  source: source(world),
  ...judged(world),
  rationale: world.chance.one(['because', undefined]),
  metadata: world.chance.happens(0.3) ? values(world) : undefined,
});

/** Says something about a trace. */
export const createAssessment: Make = (world) => {
  const id = world.any('trace');
  const overrides = world.chance.happens(0.15) ? world.any('assessment') : undefined;
  return {
    operation: 'createAssessment',
    fields: { trace_id: id, assessment: { ...assessment(world), trace_id: id, overrides } },
    learn: [{ kind: 'assessment', at: 'assessment.assessment_id' }],
  };
};

const ofAssessment = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({
    operation,
    fields: { trace_id: world.all('trace')[0] ?? '', assessment_id: world.any('assessment'), ...more(world) },
  });
};

/** Assessments of traces, and searches that look at them. */
export const assessments: Family = {
  setup: [createExperiment, createRun, startTraceV3, createAssessment],
  moves: [
    [6, createAssessment],
    [1, startTraceV3],
    [3, ofAssessment('getAssessment')],
    [1, ofAssessment('deleteAssessment')],
    [
      3,
      ofAssessment('updateAssessment', (world) => ({
        assessment: assessment(world),
        update_mask: world.chance.one([
          'feedback',
          'expectation',
          'rationale',
          'assessmentName',
          'metadata',
          'rationale,metadata',
          'nothing',
        ]),
      })),
    ],
    [3, ofTrace('getTraceInfoV3')],
    [3, searchTracesV3],
  ],
};
