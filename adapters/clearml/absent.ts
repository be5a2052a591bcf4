import type { operations } from '../../openapi/generated/clearml.ts';

/** Operations that are not served, and why. No client calls them. */
export const absent = {
  'server.get_stats': 'counts what the maker of the original gathers about installations; /metrics has the numbers of this one',
  'server.config': 'shows configuration files of the original that this server does not have; its own options are listed above',
  'organization.get_project_usages': 'sums hours of processors by project, which the free original does not gather either',
} as const satisfies Partial<Record<keyof operations, string>>;
