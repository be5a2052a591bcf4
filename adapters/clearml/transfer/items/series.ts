import type { SeriesFacts } from '../../../../src/bridge/item.ts';
import { doubleIn, type Fields, objectsIn, textIn, wholeIn } from './fields.ts';

/** The iteration of values that belong to none. */
export const NO_ITERATION = -2147483648n;

/** What a task or model says of its series. @param lastMetrics by md5 of metric and of variant */
export function seriesOf(lastMetrics: Fields): SeriesFacts[] {
  return Object.keys(lastMetrics).flatMap((metric) =>
    objectsIn(lastMetrics, metric).map((facts) => ({
      key: null,
      first: textIn(facts, 'metric') ?? '',
      second: textIn(facts, 'variant') ?? '',
      isSingle: [wholeIn(facts, 'min_value_iteration'), wholeIn(facts, 'first_value_iteration')].includes(NO_ITERATION),
      xAxisLabel: textIn(facts, 'x_axis_label'),
      minValue: doubleIn(facts, 'min_value'),
      minStep: wholeIn(facts, 'min_value_iteration'),
      maxValue: doubleIn(facts, 'max_value'),
      maxStep: wholeIn(facts, 'max_value_iteration'),
    })),
  );
}
