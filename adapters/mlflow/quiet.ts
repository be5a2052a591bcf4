import type { absent } from './absent.ts';

/**
 * Answers to questions for things that there are none of without an upstream: MLflow's pages ask them on their way to others, and
 * would report a failure where "none" is the truth.
 * @see MLflow 3.17.2, the answers of a server on which none were made
 */
export const quietAnswers: Readonly<Partial<Record<string, object>>> = {
  getAjaxApi30MlflowAssistantConfig: { providers: {}, projects: {}, remote_access_allowed: false },
  getAjaxApi30MlflowAssistantProviders: { providers: [] },
  getGatewayMlflowV1Models: { object: 'list', data: [] },
  getSecretsConfig: { secrets_available: false, using_default_passphrase: false },
  listBudgetPolicies: {},
  listBudgetWindows: {},
  listEndpointBindings: {},
  listGatewayEndpoints: {},
  listGatewayGuardrails: {},
  listGatewayModelDefinitions: {},
  listGatewayProxyEndpoints: { endpoints: [] },
  listGatewaySecretInfos: {},
  listSupportedModels: { models: [] },
  listSupportedProviders: { providers: [] },
  postAjaxApi30JobsSearch: { jobs: [] },
  searchPromptOptimizationJobs: {},
} satisfies Partial<Record<keyof typeof absent, object>>;
