/** Which of the things of one kind may be read, by their short ids; `all` for an admin and where no login is asked for. */
export type IdScope = 'all' | { readonly only: readonly number[] } | { readonly except: readonly number[] };

/** The same of things that grants name by their names. */
export type NameScope = 'all' | { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** What the actor of a request may read. Whatever lists things, or counts them, keeps to it. */
export interface Reach {
  /** By `project_id`; what belongs to a project (runs, models, traces, datasets) is read as the project is. */
  projects: IdScope;
  /** By `registered_model_id`; their versions go with them. */
  registeredModels: IdScope;
  /** By name; their versions and endpoints go with them. */
  mcpServers: NameScope;
}

/** The reach of somebody from whom nothing is kept. */
export const everything: Reach = { projects: 'all', registeredModels: 'all', mcpServers: 'all' };

/** The reach of an operation that lists nothing. */
export const nothing: Reach = { projects: { only: [] }, registeredModels: { only: [] }, mcpServers: { only: [] } };
