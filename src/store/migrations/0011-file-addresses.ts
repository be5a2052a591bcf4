/**
 * Who refers to a file this server keeps: asked before a file is deleted with its run. Hash indexes, because an address may be
 * longer than an entry of another index can be.
 */
export const fileAddresses = `
create index run_artifacts_uri_idx on run_artifacts using hash (uri) where uri like 'files:///%';
create index models_uri_idx on models using hash (uri) where uri like 'files:///%';
create index run_plots_url_idx on run_plots using hash (url) where url like 'files:///%';
`;
