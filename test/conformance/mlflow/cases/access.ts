import { type About, type Call, type Case, type Difference, get, patch, post, remove } from './case.ts';

/** Who acts in these cases, beside the admin: users of both servers, made before. */
export const people = ['ann', 'bob', 'eve'] as const;

/** Password of anybody. */
export function passwordOf(name: string): string {
  return `the password of ${name}`;
}

/** Lets somebody make calls. */
export function as(name: string, ...calls: readonly Call[]): Call[] {
  const authorization = `Basic ${Buffer.from(`${name}:${passwordOf(name)}`).toString('base64')}`;
  return calls.map((call) => ({ ...call, headers: { authorization, ...call.headers } }));
}

const INVALID = '400 INVALID_PARAMETER_VALUE';
const MISSING = '404 RESOURCE_DOES_NOT_EXIST';

const listsOfOldClients: Difference = {
  kind: 'version',
  original: '200 {"user":{"id":"<number>","is_admin":',
  ours: '200 {"user":{"id":"<number>","username":',
  reason: 'clients of 2.x read what a user is given from two lists of the user, which those of 3.x ignore',
};
const wrong = (original: string, ours: string, reason: string): About => ({ differs: { kind: 'wrong', original, ours, reason } });
const onNothing = (original: string) =>
  wrong(original, MISSING, 'the original gives rights on what is not there, which whoever makes it later would find given away');
const viewRole = wrong('200', '403', 'with any role of a workspace the original shows every role of it');
const longName = 'the original keeps names of any length, and shows a broken constraint with databases that do not';

const roles = '/api/3.0/mlflow/roles';
const permissions = '/api/3.0/mlflow/users/permissions';

const createRole = (name: string, about: About = { keep: { role: 'role.id' } }) =>
  post(`${roles}/create`, { name, workspace: 'default' }, about);
const addToRole = (type: string, pattern: string, permission: string, about: About = {}) =>
  post(
    `${roles}/permissions/add`,
    { role_id: '#$role', resource_type: type, resource_pattern: pattern, permission },
    { keep: { given: 'role_permission.id' }, ...about },
  );
const assign = (username: string, about: About = {}) => post(`${roles}/assign`, { username, role_id: '#$role' }, about);
const deleteRole = remove(`${roles}/delete`, { role_id: '#$role' });

const grant = (username: string, type: string, id: string, permission: string, about: About = {}) =>
  post(`${permissions}/grant`, { username, resource_type: type, resource_id: id, permission }, about);
const revoke = (username: string, type: string, id: string, about: About = {}) =>
  post(`${permissions}/revoke`, { username, resource_type: type, resource_id: id }, about);
const mayUse = (username: string, type: string, id: string, about: About = {}) =>
  get(`${permissions}/get?username=${username}&resource_type=${type}&resource_id=${id}`, about);

const create = (username: unknown, password: unknown, about: About = {}) => post('users/create', { username, password }, about);
const changePassword = (body: object, about: About = {}) => patch('users/update-password', body, about);
const changeAdmin = (username: unknown, is_admin: unknown, about: About = {}) =>
  patch('users/update-admin', { username, is_admin }, about);
const readUser = (name: string, about: About = {}) => get(`users/get?username=${encodeURIComponent(name)}`, about);

const users: readonly Case[] = [
  {
    title: 'a login is asked for, and wrong ones are refused',
    calls: [
      get('experiments/get?experiment_id=0'),
      get('users/current'),
      get('no/such/route', wrong('401', '404', 'that there is no such route tells nobody anything')),
      get('experiments/get?experiment_id=0', { headers: { authorization: 'Basic YW5uOndyb25n' } }),
      get('experiments/get?experiment_id=0', { headers: { authorization: 'Basic ' } }),
      get('experiments/get?experiment_id=0', { headers: { authorization: 'Basic !!!' } }),
      get('/health'),
      get('/version'),
      post('/v1/traces', {}),
      get('/api/2.0/mlflow-artifacts/artifacts'),
      post('/graphql', { query: '{ __typename }' }),
      ...as('ann', get('users/current'), get('/ajax-api/2.0/mlflow/users/current')),
      ...as('admin', get('users/current')),
    ],
  },
  {
    title: 'users are made, read, changed and removed by admins',
    calls: [
      ...as(
        'admin',
        create('Zoë', 'a long password', { differs: listsOfOldClients }),
        readUser('Zoë', { differs: listsOfOldClients }),
        create('Zoë', 'a long password'),
      ),
      ...as(
        'ann',
        create('mine', 'a long password'),
        readUser('ann', { differs: listsOfOldClients }),
        readUser('bob'),
        readUser('nobody'),
      ),
      ...as('ann', changeAdmin('ann', true), changeAdmin('nobody', true), remove('users/delete', { username: 'bob' })),
      ...as('ann', remove('users/delete', { username: 'ann' }), remove('users/delete', { username: 'nobody' })),
      ...as(
        'admin',
        create('', 'a long password'),
        create('x', ''),
        create('x', 'short'),
        create(undefined, 'a long password'),
        create('x', undefined),
        create(
          'with:colon',
          'a long password',
          wrong('200', INVALID, 'nobody can sign in by HTTP Basic under a name with a colon'),
        ),
        remove('users/delete', { username: 'with:colon' }, wrong('200 {}', MISSING, 'ours did not make that user')),
        readUser('nobody'),
        get('users/get'),
        changeAdmin('nobody', true),
        changeAdmin('eve', 'x', wrong('400 BAD_REQUEST', INVALID, 'the original shows the statement that failed')),
        changeAdmin(undefined, true),
        changeAdmin('eve', undefined),
        changeAdmin('eve', true),
        readUser('eve', { differs: listsOfOldClients }),
      ),
      ...as('eve', get(`${roles}/list`), changeAdmin('eve', false), get(`${roles}/list`)),
      ...as(
        'admin',
        remove('users/delete', { username: 'admin' }),
        remove('users/delete', { username: 'nobody' }),
        remove('users/delete', {}),
        remove('users/delete', { username: 'Zoë' }),
        readUser('Zoë'),
        get('users/list'),
      ),
      ...as('ann', get('users/list')),
    ],
  },
  {
    title: 'passwords are changed by their owner, who knows the old one, and by admins',
    calls: [
      ...as(
        'ann',
        changePassword({ username: 'ann', password: 'a new long password' }),
        changePassword({ username: 'ann', password: 'a new long password', current_password: 'wrong' }),
        changePassword({ username: 'ann', password: 'short', current_password: passwordOf('ann') }),
        changePassword({ username: 'ann', password: passwordOf('ann'), current_password: passwordOf('ann') }),
        changePassword({ username: 'bob', password: 'a new long password' }),
        changePassword({ username: 'bob', password: 'a new long password', current_password: passwordOf('bob') }),
        changePassword({ username: 'nobody', password: 'a new long password' }),
        changePassword({ username: 'ann' }),
        changePassword({ password: 'a new long password' }),
      ),
      ...as(
        'admin',
        changePassword({ username: 'nobody', password: 'a new long password' }),
        changePassword({ username: 'ann', password: 'a new long password' }),
      ),
      ...as('ann', get('users/current')),
      ...as('admin', changePassword({ username: 'ann', password: passwordOf('ann') })),
      ...as('ann', get('users/current')),
    ],
  },
];

const roleCases: readonly Case[] = [
  {
    title: 'roles are made, read, changed, given and deleted by admins',
    calls: [
      ...as(
        'admin',
        post(`${roles}/create`, { name: 'r', workspace: 'default', description: 'what for' }, { keep: { role: 'role.id' } }),
        createRole('r', {}),
        get(`${roles}/get?role_id=$role`),
        patch(`${roles}/update`, { role_id: '#$role', name: 'Ω' }),
        patch(`${roles}/update`, { role_id: '#$role', description: '' }),
        patch(`${roles}/update`, { role_id: '#$role' }),
        addToRole('run', '*', 'DENY'),
        addToRole('run', '*', 'READ'),
        get(`${roles}/permissions/list?role_id=$role`),
        assign('ann'),
        assign('ann'),
        get(`${roles}/users/list?role_id=$role`),
        get('/api/3.0/mlflow/users/roles/list?username=ann'),
        get(`${permissions}/list?username=ann`),
        get(`${roles}/list?workspace=default`),
        get(`/ajax-api/3.0/mlflow/roles/get?role_id=$role`),
      ),
      ...as(
        'ann',
        get('/api/3.0/mlflow/users/current/permissions'),
        get('/api/3.0/mlflow/users/roles/list?username=ann'),
        get(`${permissions}/list?username=ann`),
        get(`${permissions}/list?username=bob`),
        get(`${roles}/get?role_id=$role`, viewRole),
        get(`${roles}/users/list?role_id=$role`),
      ),
      ...as(
        'admin',
        patch(`${roles}/permissions/update`, { role_permission_id: '#$given', permission: 'READ' }),
        remove(`${roles}/permissions/remove`, { role_permission_id: '#$given' }),
        remove(`${roles}/permissions/remove`, { role_permission_id: '#$given' }),
        patch(`${roles}/permissions/update`, { role_permission_id: '#$given', permission: 'READ' }),
        remove(`${roles}/unassign`, { username: 'ann', role_id: '#$role' }),
        remove(`${roles}/unassign`, { username: 'ann', role_id: '#$role' }),
        deleteRole,
        deleteRole,
        get(`${roles}/get?role_id=$role`),
      ),
    ],
  },
  {
    title: 'roles refuse what is no name, no kind, no permission and nobody',
    calls: [
      ...as(
        'admin',
        createRole('refusing'),
        post(`${roles}/create`, { name: '', workspace: 'default' }),
        post(`${roles}/create`, { name: ' ', workspace: 'default' }),
        post(`${roles}/create`, { name: '__user_1__', workspace: 'default' }),
        post(`${roles}/create`, { name: 'n'.repeat(256), workspace: 'default' }, wrong('200', INVALID, longName)),
        post(`${roles}/create`, { name: 'r' }),
        post(`${roles}/create`, { workspace: 'default' }),
        post(`${roles}/create`, { name: 'r', workspace: 'nowhere' }, onNothing('200')),
        addToRole('thing', '*', 'READ'),
        addToRole('experiment', '*', 'ALL'),
        addToRole('experiment', '*', 'NO_PERMISSIONS'),
        addToRole('run', 'abc', 'READ'),
        addToRole('workspace', '*', 'EDIT'),
        addToRole('workspace', 'default', 'USE'),
        addToRole('experiment', '999999', 'READ', onNothing('200')),
        addToRole('registered_model', 'nothing', 'READ', onNothing('200')),
        addToRole('experiment', '', 'READ', wrong('200', INVALID, 'what is given on nothing can never hold')),
        post(`${roles}/permissions/add`, {
          role_id: 999_999,
          resource_type: 'experiment',
          resource_pattern: '*',
          permission: 'READ',
        }),
        get(`${roles}/get?role_id=x`),
        get(`${roles}/get`),
        get(`${roles}/get?role_id=999999`),
        patch(`${roles}/update`, { role_id: 999_999, name: 'x' }),
        patch(`${roles}/update`, { role_id: '#$role', name: '' }),
        assign('nobody'),
        post(`${roles}/assign`, { username: 'ann', role_id: 999_999 }),
        post(`${roles}/assign`, { username: 'ann' }),
        remove(`${roles}/unassign`, { username: 'nobody', role_id: '#$role' }),
        get('/api/3.0/mlflow/users/roles/list?username=nobody'),
        deleteRole,
      ),
    ],
  },
  {
    title: 'roles are nothing a user may look at or change',
    calls: [
      ...as('admin', createRole('kept from ann'), addToRole('experiment', '*', 'MANAGE')),
      ...as(
        'ann',
        createRole('mine', {}),
        get(`${roles}/get?role_id=$role`),
        get(`${roles}/get?role_id=999999`),
        get(`${roles}/list`),
        get(`${roles}/list?workspace=default`),
        patch(`${roles}/update`, { role_id: '#$role', name: 'x' }),
        assign('ann'),
        remove(`${roles}/unassign`, { username: 'ann', role_id: '#$role' }),
        addToRole('experiment', '0', 'MANAGE', { keep: {} }),
        patch(`${roles}/permissions/update`, { role_permission_id: '#$given', permission: 'READ' }),
        remove(`${roles}/permissions/remove`, { role_permission_id: '#$given' }),
        get(`${roles}/permissions/list?role_id=$role`),
        get(`${roles}/users/list?role_id=$role`),
        get('/api/3.0/mlflow/users/roles/list?username=bob'),
        deleteRole,
      ),
      ...as('admin', deleteRole),
    ],
  },
];

const grants: readonly Case[] = [
  {
    title: 'who manages an experiment gives and takes rights on it',
    calls: [
      ...as('ann', post('experiments/create', { name: 'given away' }, { keep: { experiment: 'experiment_id' } })),
      ...as('bob', grant('bob', 'experiment', '$experiment', 'MANAGE'), mayUse('bob', 'experiment', '$experiment')),
      ...as(
        'ann',
        mayUse('ann', 'experiment', '$experiment'),
        mayUse('bob', 'experiment', '$experiment'),
        grant('bob', 'experiment', '$experiment', 'EDIT'),
        grant('bob', 'experiment', '$experiment', 'READ'),
        grant('nobody', 'experiment', '$experiment', 'READ'),
        grant('eve', 'experiment', '$experiment', 'ALL'),
        grant('eve', 'experiment', '$experiment', 'NO_PERMISSIONS'),
        grant('eve', 'thing', '$experiment', 'READ'),
        grant('eve', 'experiment', '*', 'READ'),
        grant('eve', 'workspace', '*', 'USE'),
        grant('eve', 'run', '*', 'READ'),
        post(`${permissions}/grant`, { username: 'eve', resource_type: 'experiment', resource_id: '$experiment' }),
        post(`${permissions}/grant`, { username: 'eve', resource_type: 'experiment', permission: 'READ' }),
        post(`${permissions}/grant`, { username: 'eve', resource_id: '$experiment', permission: 'READ' }),
        post(`${permissions}/grant`, { resource_type: 'experiment', resource_id: '$experiment', permission: 'READ' }),
      ),
      ...as(
        'bob',
        mayUse('bob', 'experiment', '$experiment'),
        mayUse('ann', 'experiment', '$experiment'),
        grant('eve', 'experiment', '$experiment', 'READ'),
        revoke('bob', 'experiment', '$experiment'),
        get('/api/3.0/mlflow/users/current/permissions'),
      ),
      ...as(
        'ann',
        revoke('bob', 'experiment', '$experiment'),
        revoke('bob', 'experiment', '$experiment'),
        revoke('nobody', 'experiment', '$experiment'),
        revoke('bob', 'thing', '$experiment'),
      ),
      ...as('bob', mayUse('bob', 'experiment', '$experiment')),
      ...as(
        'admin',
        mayUse('bob', 'experiment', '$experiment'),
        mayUse('nobody', 'experiment', '$experiment'),
        mayUse('bob', 'thing', '$experiment'),
        mayUse('bob', 'workspace', '*'),
        mayUse(
          'admin',
          'experiment',
          '$experiment',
          wrong('200 {"allowed":false', '200 {"allowed":true', 'an admin may do everything'),
        ),
        grant('bob', 'workspace', '*', 'MANAGE'),
        grant('bob', 'experiment', '999999', 'READ', onNothing('200')),
        grant('bob', 'registered_model', 'nothing', 'READ', onNothing('200')),
        revoke('bob', 'experiment', '999999', onNothing('200')),
        mayUse('bob', 'experiment', '999999', onNothing('200')),
        revoke('bob', 'registered_model', 'nothing', onNothing('200')),
        grant('bob', 'scorer', 'no-slash', 'READ', wrong('200', INVALID, 'no scorer is named like this')),
        grant('bob', 'prompt', 'nothing', 'READ', onNothing('200')),
        readUser('bob', { differs: listsOfOldClients }),
      ),
    ],
  },
];

/** What bob may do with things of ann's, on which he is given something. Whatever ends a thing comes last. */
function callsOfBob(name: string, differing: Readonly<Record<string, Difference>> = {}): Call[] {
  const location = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '$experiment' } };
  const calls = [
    get('experiments/get?experiment_id=$experiment'),
    get(`experiments/get-by-name?experiment_name=${name}`),
    post('experiments/search', { max_results: 5, filter: `name = '${name}'` }),
    get('runs/get?run_id=$run'),
    post('runs/search', { experiment_ids: ['$experiment'] }),
    get('metrics/get-history?run_id=$run&metric_key=m'),
    get('artifacts/list?run_id=$run'),
    get('/api/2.0/mlflow-artifacts/artifacts?path=$experiment/$run/artifacts'),
    post('/ajax-api/2.0/mlflow/runs/search', { experiment_ids: ['$experiment', '0'] }),
    get('logged-models/$model'),
    post('logged-models/search', { experiment_ids: ['$experiment'] }),
    get('/api/3.0/mlflow/traces/$trace'),
    post('/api/3.0/mlflow/traces/search', { locations: [location] }),
    get(`registered-models/get?name=${name}`),
    get(`registered-models/search?filter=name%3D'${name}'`),
    get(`model-versions/search?filter=name%3D'${name}'`),
    get(`model-versions/get?name=${name}&version=1`),
    get(`model-versions/get-download-uri?name=${name}&version=1`),
    get(`registered-models/get?name=${name}-prompt`),
    get(`registered-models/search?filter=name%3D'${name}-prompt'%20and%20tags.%60mlflow.prompt.is_prompt%60%3D'true'`),
    post('runs/create', { experiment_id: '$experiment', run_name: 'of bob', start_time: 1000 }),
    post('runs/set-tag', { run_id: '$run', key: 'k', value: 'v' }),
    post('runs/log-batch', { run_id: '$run', metrics: [{ key: 'n', value: 1, timestamp: 1, step: 0 }] }),
    post('runs/update', { run_id: '$run', status: 'FINISHED', end_time: 2000 }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'k', value: 'v' }),
    patch('logged-models/$model/tags', { tags: [{ key: 'k', value: 'v' }] }),
    patch('/api/3.0/mlflow/traces/$trace/tags', { key: 'k', value: 'v' }),
    post('registered-models/set-tag', { name, key: 'k', value: 'v' }),
    post('registered-models/alias', { name, alias: 'best', version: '1' }),
    patch('registered-models/update', { name, description: 'of bob' }),
    post('registered-models/set-tag', { name: `${name}-prompt`, key: 'k', value: 'v' }),
    post('model-versions/create', { name, source: 'models:/$model', model_id: '$model' }),
    post('experiments/update', { experiment_id: '$experiment', new_name: `${name}` }),
    remove('registered-models/delete-tag', { name, key: 'k' }),
    remove('model-versions/delete-tag', { name, version: '1', key: 'k' }),
    remove('logged-models/$model/tags/k', undefined),
    remove('registered-models/alias', { name, alias: 'best' }),
    remove('model-versions/delete', { name, version: '1' }),
    post('/api/3.0/mlflow/traces/delete-traces', { experiment_id: '$experiment', request_ids: ['$trace'] }),
    remove('logged-models/$model', undefined),
    post('runs/delete', { run_id: '$run' }),
    post('runs/restore', { run_id: '$run' }),
    remove('registered-models/delete', { name }),
    remove('registered-models/delete', { name: `${name}-prompt` }),
    post('experiments/delete', { experiment_id: '$experiment' }),
    post('experiments/restore', { experiment_id: '$experiment' }),
  ];
  return calls.map((call) => {
    const [, differs] =
      Object.entries(differing).find(([path]) => call.send.includes(path) && !call.send.includes('-prompt')) ?? [];
    return differs ? { ...call, differs } : call;
  });
}

/** What calls of these paths may differ in, where what they read is denied. */
const whereDenied: Readonly<Record<string, Record<string, Difference>>> = {
  DENY: {
    'traces/search': {
      kind: 'wrong',
      original: '403',
      ours: '200 {}',
      reason: 'like the searches of runs and models of both servers, it finds what may be read',
    },
  },
  registered_model_version: {
    'registered-models/get?': {
      kind: 'wrong',
      original: '200',
      ours: '403',
      reason: 'a model is shown with its versions or not at all, as the clients read both',
    },
    'registered-models/search': {
      kind: 'wrong',
      original: '200 {"registered_models"',
      ours: '200 {}',
      reason: 'a model is shown with its versions or not at all, as the clients read both',
    },
  },
};

function thingsOfAnn(name: string): Call[] {
  const traceId = `tr-${Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32)}`;
  return as(
    'ann',
    post('experiments/create', { name }, { keep: { experiment: 'experiment_id' } }),
    post(
      'runs/create',
      { experiment_id: '$experiment', run_name: 'first', start_time: 1000 },
      { keep: { run: 'run.info.run_id' } },
    ),
    post('logged-models', { experiment_id: '$experiment', name: 'model' }, { keep: { model: 'model.info.model_id' } }),
    post('registered-models/create', { name }),
    post('model-versions/create', { name, source: 'models:/$model', model_id: '$model' }),
    post('registered-models/create', { name: `${name}-prompt`, tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] }),
    post(
      '/api/3.0/mlflow/traces',
      {
        trace: {
          trace_info: {
            trace_id: traceId,
            trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '$experiment' } },
            request_time: '2026-01-01T00:00:00Z',
            state: 'OK',
          },
        },
      },
      { keep: { trace: 'trace.trace_info.trace_id' } },
    ),
  );
}

function visible(permission: string): Case {
  const name = `shared-${permission.toLowerCase()}`;
  const onAll: Call[] = [
    grant('bob', 'experiment', '$experiment', permission),
    grant('bob', 'registered_model', name, permission),
  ];
  return {
    title: `what ${permission} lets a user do`,
    calls: [
      ...thingsOfAnn(name),
      ...as('ann', ...(permission === 'nothing' ? [] : onAll)),
      ...as('bob', ...callsOfBob(name, whereDenied[permission])),
    ],
  };
}

/** What a role gives on all things of a kind. */
function visibleByRole(type: string, permission: string): Case {
  const name = `role-${type}-${permission.toLowerCase()}`.replaceAll('_', '-');
  return {
    title: `what ${permission} on every ${type} lets a user do`,
    calls: [
      ...thingsOfAnn(name),
      ...as('admin', createRole(name), addToRole(type, '*', permission), assign('bob')),
      ...as('bob', ...callsOfBob(name, whereDenied[type])),
      ...as('admin', deleteRole),
    ],
  };
}

/** Users, roles, what they are given and what it lets them do, compared with the original that asks for a login. */
export const access: readonly Case[] = [
  ...users,
  ...roleCases,
  ...grants,
  ...['nothing', 'USE', 'EDIT', 'MANAGE', 'DENY'].map(visible),
  visibleByRole('experiment', 'EDIT'),
  visibleByRole('run', 'DENY'),
  visibleByRole('trace', 'EDIT'),
  visibleByRole('logged_model', 'DENY'),
  visibleByRole('registered_model_version', 'DENY'),
];
