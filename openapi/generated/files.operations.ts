/** Made by `npm run gen`; never edited. */
export const operationTable = {
  operations: [
    {
      id: 'files.ping',
      family: 'files',
      path: '/files',
      methods: ['get'],
      twin: false,
      right: 'public',
      on: 'none',
      required: [],
      path_fields: [],
      query: {},
      body: null,
    },
    {
      id: 'files.upload',
      family: 'files',
      path: '/files',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'own',
      required: [],
      path_fields: [],
      query: {},
      body: 'stream',
    },
    {
      id: 'files.delete_many',
      family: 'files',
      path: '/files/delete_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'file',
          at: 'files',
        },
      ],
      needs: 'manage',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          files: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'files.download',
      family: 'files',
      path: '/files/{path}',
      methods: ['get'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'file',
          at: 'path',
        },
      ],
      required: [],
      path_fields: ['path'],
      query: {
        download: 'string',
      },
      body: null,
    },
    {
      id: 'files.delete',
      family: 'files',
      path: '/files/{path}',
      methods: ['delete'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'file',
          at: 'path',
        },
      ],
      required: [],
      path_fields: ['path'],
      query: {},
      body: null,
    },
  ],
  messages: {},
};
