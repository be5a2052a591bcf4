/** Made by `npm run gen`; never edited. */
export const operationTable = {
  operations: [
    {
      id: 'getRunPage',
      family: 'runs',
      path: '/bridge/v1/runs/{run_id}',
      methods: ['get'],
      twin: false,
      right: 'read',
      required: [],
      path_fields: ['run_id'],
      query: {},
      body: null,
    },
  ],
  messages: {},
};
