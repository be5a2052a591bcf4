import type { Condition } from '../../../src/model/find.ts';
import type { TagField } from '../../../src/tracking/project-facts.ts';
import type { QueryField } from '../filter/fields.ts';
import { listCondition } from '../filter/list.ts';

const label: QueryField<TagField> = { field: { name: 'label' } };
const systemTag: QueryField<TagField> = {
  field: { name: 'systemTag' },
  marks: { archived: 'archived', hidden: 'hidden' },
};

/** Condition of the things whose tags are asked for. @throws ApiError 400/16 for an unknown operator */
export function toTagCondition(
  filter: { tags?: readonly string[] | null; system_tags?: readonly string[] | null } | null | undefined,
): Condition<TagField> {
  return {
    all: [
      ...(filter?.tags ? [listCondition('tags', filter.tags, label)] : []),
      ...(filter?.system_tags ? [listCondition('system_tags', filter.system_tags, systemTag)] : []),
    ],
  };
}

/** Tags as answers have them; system tags only when they are asked for. */
export function toTags(
  { labels, systemTags }: { labels: string[]; systemTags: string[] },
  withSystem: boolean | undefined,
): { tags: string[]; system_tags?: string[] } {
  return { tags: labels, ...(withSystem && { system_tags: systemTags }) };
}
