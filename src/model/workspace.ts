/** The workspace that is there from the start, with the id of ClearML's stock company. */
export const DEFAULT_WORKSPACE_ID = 'd1bd92a3-b039-400c-bafc-60a7a5b1e52b';
