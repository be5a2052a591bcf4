/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/ajax-api/2.0/mlflow/experiments/search-datasets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the datasets that runs of some experiments used. */
    post: operations['searchDatasets'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/gateway-proxy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Asks the gateway behind the server for its endpoints. */
    get: operations['listGatewayProxyEndpoints'];
    put?: never;
    /** Passes a question on to the gateway behind the server. */
    post: operations['serveGatewayProxy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/logged-models/{model_id}/artifacts/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Streams one file of a logged model. */
    get: operations['getLoggedModelArtifact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/metrics/get-history-bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the points of one metric of several runs. */
    get: operations['getMetricHistoryBulk'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/runs/create-promptlab-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Serve create promptlab run. */
    post: operations['serveCreatePromptlabRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/upload-artifact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stores a small file of a run, for a browser. */
    post: operations['uploadRunArtifact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/jobs/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 jobs. */
    post: operations['postAjaxApi30Jobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/jobs/cancel/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Patch ajax api30 jobs cancel job id. */
    patch: operations['patchAjaxApi30JobsCancelJobId'];
    trace?: never;
  };
  '/ajax-api/3.0/jobs/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 jobs search. */
    post: operations['postAjaxApi30JobsSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/jobs/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 jobs job id. */
    get: operations['getAjaxApi30JobsJobId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 mlflow assistant config. */
    get: operations['getAjaxApi30MlflowAssistantConfig'];
    /** Put ajax api30 mlflow assistant config. */
    put: operations['putAjaxApi30MlflowAssistantConfig'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/message': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 mlflow assistant message. */
    post: operations['postAjaxApi30MlflowAssistantMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 mlflow assistant providers. */
    get: operations['getAjaxApi30MlflowAssistantProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/providers/{provider}/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 mlflow assistant providers provider health. */
    get: operations['getAjaxApi30MlflowAssistantProvidersProviderHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/providers/{provider}/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 mlflow assistant providers provider models. */
    get: operations['getAjaxApi30MlflowAssistantProvidersProviderModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/sessions/{session_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Patch ajax api30 mlflow assistant sessions session id. */
    patch: operations['patchAjaxApi30MlflowAssistantSessionsSessionId'];
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/sessions/{session_id}/permission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 mlflow assistant sessions session id permission. */
    post: operations['postAjaxApi30MlflowAssistantSessionsSessionIdPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/sessions/{session_id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get ajax api30 mlflow assistant sessions session id stream. */
    get: operations['getAjaxApi30MlflowAssistantSessionsSessionIdStream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/sessions/{session_id}/tool-result': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 mlflow assistant sessions session id tool result. */
    post: operations['postAjaxApi30MlflowAssistantSessionsSessionIdToolResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/assistant/skills/install': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post ajax api30 mlflow assistant skills install. */
    post: operations['postAjaxApi30MlflowAssistantSkillsInstall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/demo/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete demo. */
    post: operations['deleteDemo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/demo/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Generate demo. */
    post: operations['generateDemo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/gateway/provider-config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get provider config. */
    get: operations['getProviderConfig'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/gateway/secrets/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get secrets config. */
    get: operations['getSecretsConfig'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/gateway/supported-models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List supported models. */
    get: operations['listSupportedModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/gateway/supported-providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List supported providers. */
    get: operations['listSupportedProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/genai/evaluate/invoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invoke genai evaluate handler. */
    post: operations['invokeGenaiEvaluateHandler'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/issues/invoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invoke issue detection handler. */
    post: operations['invokeIssueDetectionHandler'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/jobs/cancel/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Cancel job. */
    patch: operations['cancelJob'];
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/jobs/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get job. */
    get: operations['getJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/scorer/invoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invoke scorer handler. */
    post: operations['invokeScorerHandler'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists files and folders of the artifact store one level deep. */
    get: operations['listArtifacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/artifacts/{artifact_path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Streams a file of the artifact store. */
    get: operations['downloadArtifact'];
    /** Stores a file, streamed. */
    put: operations['uploadArtifact'];
    post?: never;
    /** Deletes a file or folder of the artifact store. */
    delete: operations['deleteArtifact'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/mpu/abort/{artifact_path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives up an upload in parts. */
    post: operations['abortMultipartUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/mpu/complete/{artifact_path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Joins the parts of an upload to one file. */
    post: operations['completeMultipartUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/mpu/create/{artifact_path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts an upload in parts and gives an address for each. */
    post: operations['createMultipartUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow-artifacts/presigned/{artifact_path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Gives an address from which a file can be fetched from the object store. */
    get: operations['getPresignedDownloadUrl'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/artifacts/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists files and folders of a run one level deep. */
    get: operations['listRunArtifacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/artifacts/presigned-download-url': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives an address from which a file of a run can be fetched from the object store. */
    post: operations['createPresignedDownloadUrl'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/artifacts/presigned-upload-url': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives an address to which a file of a run or model can be sent straight to the object store. */
    post: operations['createPresignedUploadUrl'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Creates an experiment; its name is unique in the workspace, deleted ones included. */
    post: operations['createExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Archives an experiment and all its runs. */
    post: operations['deleteExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/delete-experiment-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes one tag of an experiment. */
    post: operations['deleteExperimentTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one experiment by id, active or deleted. */
    get: operations['getExperiment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/get-by-name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one experiment by name, active or deleted. */
    get: operations['getExperimentByName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings an archived experiment and its runs back. */
    post: operations['restoreExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists experiments by filter and order, a page at a time. */
    post: operations['searchExperiments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/set-experiment-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets one tag of an experiment. */
    post: operations['setExperimentTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Renames an experiment. */
    post: operations['updateExperiment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Registers a model that a run is about to write. */
    post: operations['createLoggedModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finds logged models of some experiments. */
    post: operations['searchLoggedModels'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/{model_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one logged model. */
    get: operations['getLoggedModel'];
    put?: never;
    post?: never;
    /** Marks a logged model deleted. */
    delete: operations['deleteLoggedModel'];
    options?: never;
    head?: never;
    /** Says that a logged model is complete or that writing it failed. */
    patch: operations['finalizeLoggedModel'];
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/{model_id}/artifacts/directories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists files and folders of a logged model one level deep. */
    get: operations['listLoggedModelArtifacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/{model_id}/params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds params to a logged model. */
    post: operations['logLoggedModelParams'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/{model_id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Sets tags of a logged model. */
    patch: operations['setLoggedModelTags'];
    trace?: never;
  };
  '/api/2.0/mlflow/logged-models/{model_id}/tags/{tag_key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes one tag of a logged model. */
    delete: operations['deleteLoggedModelTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/metrics/get-history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the points of one metric of one run, whole or by pages. */
    get: operations['getMetricHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/metrics/get-history-bulk-interval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one metric of several runs, thinned out to at most so many points a run. */
    get: operations['getMetricHistoryBulkInterval'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a run in an experiment. */
    post: operations['createRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Archives a run. */
    post: operations['deleteRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/delete-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes one tag of a run. */
    post: operations['deleteTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one run with its latest metrics, params, tags, inputs and outputs. */
    get: operations['getRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/log-batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs metrics, params and tags to one run, all or nothing. */
    post: operations['logBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/log-inputs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records the datasets and models a run used. */
    post: operations['logInputs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/log-metric': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs one metric point. */
    post: operations['logMetric'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/log-model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes a model that a 2.x client logged, in a tag of the run. */
    post: operations['logModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/log-parameter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs one param; writing another value for a known key is refused. */
    post: operations['logParam'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/outputs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records the models a run made. */
    post: operations['logOutputs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings an archived run back. */
    post: operations['restoreRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists runs of some experiments by filter and order, a page at a time. */
    post: operations['searchRuns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/set-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets one tag of a run. */
    post: operations['setTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/runs/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes status, end time or name of a run. */
    post: operations['updateRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create budget policy. */
    post: operations['createBudgetPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete budget policy. */
    delete: operations['deleteBudgetPolicy'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get budget policy. */
    get: operations['getBudgetPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List budget policies. */
    get: operations['listBudgetPolicies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Update budget policy. */
    post: operations['updateBudgetPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/budgets/windows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List budget windows. */
    get: operations['listBudgetWindows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/bindings/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create endpoint binding. */
    post: operations['createEndpointBinding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/bindings/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete endpoint binding. */
    delete: operations['deleteEndpointBinding'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/bindings/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List endpoint bindings. */
    get: operations['listEndpointBindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create gateway endpoint. */
    post: operations['createGatewayEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete gateway endpoint. */
    delete: operations['deleteGatewayEndpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/delete-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete gateway endpoint tag. */
    delete: operations['deleteGatewayEndpointTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get gateway endpoint. */
    get: operations['getGatewayEndpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List gateway endpoints. */
    get: operations['listGatewayEndpoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/models/attach': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Attach model to endpoint. */
    post: operations['attachModelToEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/models/detach': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Detach model from endpoint. */
    post: operations['detachModelFromEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/set-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set gateway endpoint tag. */
    post: operations['setGatewayEndpointTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/endpoints/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Update gateway endpoint. */
    post: operations['updateGatewayEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/add-to-endpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add guardrail to endpoint. */
    post: operations['addGuardrailToEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create gateway guardrail. */
    post: operations['createGatewayGuardrail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete gateway guardrail. */
    delete: operations['deleteGatewayGuardrail'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get gateway guardrail. */
    get: operations['getGatewayGuardrail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List gateway guardrails. */
    get: operations['listGatewayGuardrails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/list-for-endpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List endpoint guardrail configs. */
    get: operations['listEndpointGuardrailConfigs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/remove-from-endpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove guardrail from endpoint. */
    delete: operations['removeGuardrailFromEndpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/guardrails/update-config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Update endpoint guardrail config. */
    patch: operations['updateEndpointGuardrailConfig'];
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/model-definitions/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create gateway model definition. */
    post: operations['createGatewayModelDefinition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/model-definitions/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete gateway model definition. */
    delete: operations['deleteGatewayModelDefinition'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/model-definitions/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get gateway model definition. */
    get: operations['getGatewayModelDefinition'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/model-definitions/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List gateway model definitions. */
    get: operations['listGatewayModelDefinitions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/model-definitions/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Update gateway model definition. */
    post: operations['updateGatewayModelDefinition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/secrets/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create gateway secret. */
    post: operations['createGatewaySecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/secrets/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete gateway secret. */
    delete: operations['deleteGatewaySecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/secrets/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get gateway secret info. */
    get: operations['getGatewaySecretInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/secrets/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List gateway secret infos. */
    get: operations['listGatewaySecretInfos'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/gateway/secrets/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Update gateway secret. */
    post: operations['updateGatewaySecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/prompt-optimization/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create prompt optimization job. */
    post: operations['createPromptOptimizationJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/prompt-optimization/jobs/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Search prompt optimization jobs. */
    post: operations['searchPromptOptimizationJobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/prompt-optimization/jobs/{job_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get prompt optimization job. */
    get: operations['getPromptOptimizationJob'];
    put?: never;
    post?: never;
    /** Delete prompt optimization job. */
    delete: operations['deletePromptOptimizationJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/prompt-optimization/jobs/{job_id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel prompt optimization job. */
    post: operations['cancelPromptOptimizationJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/server-info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says which store and which optional abilities the server has. */
    get: operations['getServerInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/anthropic/v1/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway anthropic v1 messages. */
    post: operations['postGatewayAnthropicV1Messages'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/gemini/v1beta/models/{endpoint_name}:generateContent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway gemini v1beta models endpoint name generate content. */
    post: operations['postGatewayGeminiV1betaModelsEndpointNameGenerateContent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/gemini/v1beta/models/{endpoint_name}:streamGenerateContent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway gemini v1beta models endpoint name stream generate content. */
    post: operations['postGatewayGeminiV1betaModelsEndpointNameStreamGenerateContent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/mlflow/v1/chat/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway mlflow v1 chat completions. */
    post: operations['postGatewayMlflowV1ChatCompletions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/mlflow/v1/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get gateway mlflow v1 models. */
    get: operations['getGatewayMlflowV1Models'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/openai/v1/chat/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway openai v1 chat completions. */
    post: operations['postGatewayOpenaiV1ChatCompletions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/openai/v1/embeddings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway openai v1 embeddings. */
    post: operations['postGatewayOpenaiV1Embeddings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/openai/v1/responses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway openai v1 responses. */
    post: operations['postGatewayOpenaiV1Responses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/openai/v1/responses/compact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway openai v1 responses compact. */
    post: operations['postGatewayOpenaiV1ResponsesCompact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/proxy/{endpoint_name}/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway proxy endpoint name path. */
    post: operations['postGatewayProxyEndpointNamePath'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/typesafe/v1/systemone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway typesafe v1 systemone. */
    post: operations['postGatewayTypesafeV1Systemone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gateway/{endpoint_name}/mlflow/invocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post gateway endpoint name mlflow invocations. */
    post: operations['postGatewayEndpointNameMlflowInvocations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/get-artifact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Streams one file of a run, for a browser. */
    get: operations['getArtifact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers OK as soon as requests are served. */
    get: operations['health'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/version': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Names the MLflow version whose interface is served. */
    get: operations['version'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/permissions/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a user something on one experiment, for clients of 2.x. */
    post: operations['createExperimentPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/permissions/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes away what a user alone is given on one experiment, for clients of 2.x. */
    delete: operations['deleteExperimentPermission'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/permissions/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a user alone is given on one experiment, for clients of 2.x. */
    get: operations['getExperimentPermission'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/experiments/permissions/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes what a user alone is given on one experiment, for clients of 2.x. */
    patch: operations['updateExperimentPermission'];
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/permissions/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a user something on one registered model, for clients of 2.x. */
    post: operations['createRegisteredModelPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/permissions/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes away what a user alone is given on one registered model, for clients of 2.x. */
    delete: operations['deleteRegisteredModelPermission'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/permissions/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a user alone is given on one registered model, for clients of 2.x. */
    get: operations['getRegisteredModelPermission'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/permissions/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes what a user alone is given on one registered model, for clients of 2.x. */
    patch: operations['updateRegisteredModelPermission'];
    trace?: never;
  };
  '/api/2.0/mlflow/users/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a user with a password. */
    post: operations['createUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says who asks. */
    get: operations['getCurrentUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a user with all credentials and rights. */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells of one user. */
    get: operations['getUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists all users, with the roles that the caller may see. */
    get: operations['listUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/update-admin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Makes a user an admin, or one no longer. */
    patch: operations['updateUserAdmin'];
    trace?: never;
  };
  '/api/2.0/mlflow/users/update-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Sets a password; whoever changes their own says the old one too. */
    patch: operations['updateUserPassword'];
    trace?: never;
  };
  '/api/3.0/mlflow/roles/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a user a role. */
    post: operations['assignRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a role to a workspace. */
    post: operations['createRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a role with all it gives. */
    delete: operations['deleteRole'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a role with all it gives. */
    get: operations['getRole'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the roles of some workspaces, or of all. */
    get: operations['listRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/permissions/add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets a role give something. */
    post: operations['addRolePermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/permissions/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists what a role gives. */
    get: operations['listRolePermissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/permissions/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes away something a role gives. */
    delete: operations['removeRolePermission'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/permissions/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes something a role gives. */
    patch: operations['updateRolePermission'];
    trace?: never;
  };
  '/api/3.0/mlflow/roles/unassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes a role from a user. */
    delete: operations['unassignRole'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/roles/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Renames or describes a role. */
    patch: operations['updateRole'];
    trace?: never;
  };
  '/api/3.0/mlflow/roles/users/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists who has a role. */
    get: operations['listRoleUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/current/permissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists everything the caller is given. */
    get: operations['listCurrentUserPermissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/permissions/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says what a user may do with one thing, all that holds taken together. */
    get: operations['getUserPermission'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/permissions/grant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives one user something. */
    post: operations['grantUserPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/permissions/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists everything a user is given. */
    get: operations['listUserPermissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/permissions/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes away what one user alone is given. */
    post: operations['revokeUserPermission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/users/roles/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the roles of a user. */
    get: operations['listUserRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/users/create-ui': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a user by a form of a web page. */
    post: operations['createUserByForm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/signup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A web page to add users. */
    get: operations['signup'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an evaluation dataset without records. */
    post: operations['createDataset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finds evaluation datasets by project, filter and order, in pages. */
    post: operations['searchEvaluationDatasets'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads an evaluation dataset without its records. */
    get: operations['getDataset'];
    put?: never;
    post?: never;
    /** Deletes an evaluation dataset with its records; fine when it is not there. */
    delete: operations['deleteDataset'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/add-experiments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds an evaluation dataset to experiments; fine where it is already. */
    post: operations['addDatasetToExperiments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/experiment-ids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the experiments an evaluation dataset belongs to. */
    get: operations['getDatasetExperimentIds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/records': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the records of an evaluation dataset in pages, as JSON in a text. */
    get: operations['getDatasetRecords'];
    put?: never;
    /** Adds records to an evaluation dataset, or changes those that have the same inputs. */
    post: operations['upsertDatasetRecords'];
    /** Deletes records of an evaluation dataset and says how many were there. */
    delete: operations['deleteDatasetRecords'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/remove-experiments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes an evaluation dataset out of experiments; fine where it is not. */
    post: operations['removeDatasetFromExperiments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Sets tags of an evaluation dataset, given as JSON in a text. */
    patch: operations['setDatasetTags'];
    trace?: never;
  };
  '/api/3.0/mlflow/datasets/{dataset_id}/tags/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a tag of an evaluation dataset; fine when it is not there. */
    delete: operations['deleteDatasetTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a question that reviewers of an experiment answer. */
    post: operations['createLabelSchema'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a label schema, unless it is the default one; fine when it is not there. */
    delete: operations['deleteLabelSchema'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a label schema by its id. */
    get: operations['getLabelSchema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/get-by-name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a label schema of an experiment by its name. */
    get: operations['getLabelSchemaByName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the label schemas of an experiment, newest first; the first reading makes the default one. */
    get: operations['listLabelSchemas'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/label-schemas/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the name, instruction, comment or input of a label schema; what it asks for stays. */
    patch: operations['updateLabelSchema'];
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a queue in which traces wait for reviewers. */
    post: operations['createReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a review queue with its items; fine when it is not there. */
    post: operations['deleteReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a review queue by its id. */
    get: operations['getReviewQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/get-by-name': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a review queue of an experiment by its name, in any case. */
    get: operations['getReviewQueueByName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/get-or-create-user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads a user's own review queue, which is made when it is not there. */
    post: operations['getOrCreateUserQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/items/add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts traces into a review queue; those that are in it keep their status. */
    post: operations['addItemsToReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/items/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the items of a review queue, newest first. */
    get: operations['listReviewQueueItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/items/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes items out of a review queue; fine for those that are not in it. */
    post: operations['removeItemsFromReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/items/set-status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says whether an item was reviewed, was declined, or waits again. */
    post: operations['setReviewQueueItemStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the review queues of an experiment, newest first. */
    get: operations['listReviewQueues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/review-queues/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the name, owner, users or questions of a custom review queue. */
    post: operations['updateReviewQueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes one version of a scorer, or the scorer with all of them. */
    delete: operations['deleteScorer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a version of a scorer, by default the latest. */
    get: operations['getScorer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the latest version of each scorer of one, some or all experiments. */
    get: operations['listScorers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/online-config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says how many of the new traces of an experiment a scorer is tried on. */
    put: operations['upsertOnlineScoringConfig'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/online-configs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads what is set for some scorers about trying them on new traces. */
    get: operations['getOnlineScoringConfigs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a version to a scorer, which is made when it is not there. */
    post: operations['registerScorer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/scorers/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists all versions of a scorer, oldest first. */
    get: operations['listScorerVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds MCP servers by filter, in an order, in pages. */
    get: operations['searchMcpServers'];
    put?: never;
    /** Makes an MCP server without versions. */
    post: operations['createMcpServer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds the endpoints of all MCP servers, in pages. */
    get: operations['searchAllAccessEndpoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads an MCP server with its aliases, tags and endpoints. */
    get: operations['getMcpServer'];
    put?: never;
    post?: never;
    /** Deletes an MCP server that has no active version, with all it has. */
    delete: operations['deleteMcpServer'];
    options?: never;
    head?: never;
    /** Changes what is said of an MCP server; null takes it away. */
    patch: operations['updateMcpServer'];
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/aliases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a version of an MCP server a second name. */
    post: operations['setMcpServerAlias'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/aliases/{alias}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the version that an alias stands for; `latest` needs not be set. */
    get: operations['getVersionByAlias'];
    put?: never;
    post?: never;
    /** Removes an alias with the endpoints that go by it. */
    delete: operations['deleteMcpServerAlias'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds the endpoints of one MCP server, in pages. */
    get: operations['searchServerAccessEndpoints'];
    put?: never;
    /** Adds an address at which a version of an MCP server is reached. */
    post: operations['createMcpAccessEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/endpoints/{endpoint_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads an endpoint with the version that it leads to. */
    get: operations['getMcpAccessEndpoint'];
    put?: never;
    post?: never;
    /** Deletes an endpoint. */
    delete: operations['deleteMcpAccessEndpoint'];
    options?: never;
    head?: never;
    /** Changes where an endpoint is or which version it leads to. */
    patch: operations['updateMcpAccessEndpoint'];
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets a tag of an MCP server. */
    post: operations['setMcpServerTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/tags/{tag_key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a tag of an MCP server. */
    delete: operations['deleteMcpServerTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds the versions of an MCP server, in pages. */
    get: operations['searchMcpServerVersions'];
    put?: never;
    /** Adds a version to an MCP server, which is made when it is not there. */
    post: operations['createMcpServerVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a version of an MCP server. */
    get: operations['getMcpServerVersion'];
    put?: never;
    post?: never;
    /** Takes a version that is not active away; its number is never given again. */
    delete: operations['deleteMcpServerVersion'];
    options?: never;
    head?: never;
    /** Changes the status, the tools or the ways to connect of a version. */
    patch: operations['updateMcpServerVersion'];
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/versions/{version}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets a tag of a version of an MCP server. */
    post: operations['setMcpServerVersionTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/mcp-servers/{server_name}/versions/{version}/tags/{tag_key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a tag of a version of an MCP server. */
    delete: operations['deleteMcpServerVersionTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The one page of MLflow's own web interface. */
    get: operations['serveUi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/static-files/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A script, style, picture or font of MLflow's own pages. */
    get: operations['serveStaticFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/build/{filename}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of pages that are built while somebody works on them. */
    get: operations['serveBuild'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/ui-telemetry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells the pages to report nothing about their use. */
    get: operations['serveGetUiTelemetry'];
    put?: never;
    /** Takes reports about the use of the pages and throws them away. */
    post: operations['servePostUiTelemetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/graphql': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads experiments, runs, metrics, files and versions in one request of the GraphQL language. */
    post: operations['graphql'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Registers a version of a model under the next number. */
    post: operations['createModelVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a version; its number stays taken. */
    delete: operations['deleteModelVersion'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/delete-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a tag of a version, if it is there. */
    delete: operations['deleteModelVersionTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a version with its tags and aliases. */
    get: operations['getModelVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/get-download-uri': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says where the files of a version are. */
    get: operations['getModelVersionDownloadUri'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds versions by name, number, run, source and tags; those of prompts only when asked for. */
    get: operations['searchModelVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/set-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets a tag of a version. */
    post: operations['setModelVersionTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/transition-stage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a version into a stage, and the others of that stage into the archive when asked to. */
    post: operations['transitionModelVersionStage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/model-versions/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Replaces the description of a version. */
    patch: operations['updateModelVersion'];
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/alias': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the version that an alias names; latest names the newest. */
    get: operations['getModelVersionByAlias'];
    put?: never;
    /** Lets an alias name a version, whatever it named before. */
    post: operations['setRegisteredModelAlias'];
    /** Removes an alias, if it is there. */
    delete: operations['deleteRegisteredModelAlias'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a name under which versions of a model, or of a prompt, are kept. */
    post: operations['createRegisteredModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a registered model with its versions, tags and aliases. */
    delete: operations['deleteRegisteredModel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/delete-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a tag of a registered model, if it is there. */
    delete: operations['deleteRegisteredModelTag'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a registered model with its tags, its aliases and the newest version of each stage. */
    get: operations['getRegisteredModel'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/get-latest-versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows the newest version of some stages, or of each. */
    post: operations['getLatestVersions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/rename': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a registered model another name; its versions go with it. */
    post: operations['renameRegisteredModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds registered models by name and tags; prompts only when asked for. */
    get: operations['searchRegisteredModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/set-tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets a tag of a registered model. */
    post: operations['setRegisteredModelTag'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/registered-models/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Replaces the description of a registered model. */
    patch: operations['updateRegisteredModel'];
    trace?: never;
  };
  '/model-versions/get-artifact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Downloads a file of a version. */
    get: operations['serveModelVersionArtifact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/2.0/mlflow/get-trace-artifact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The spans of a trace as a file, or a file attached to it. */
    get: operations['getTraceArtifact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ajax-api/3.0/mlflow/get-trace-artifact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The spans of a trace as a file, or a file attached to it; under the address of the third version. */
    get: operations['getTraceArtifactV3'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Finds traces of some experiments, in the form of 2.x clients. */
    get: operations['searchTraces'];
    put?: never;
    /** Start a trace as 2.x clients do, under an id the server gives it. */
    post: operations['startTrace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces/delete-traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete traces by id, or the oldest up to a time and a number. */
    post: operations['deleteTraces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces/link-prompts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say which versions of prompts a trace used. */
    post: operations['linkPromptsToTrace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces/link-to-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that traces belong to a run, at most 100 at once. */
    post: operations['linkTracesToRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces/{request_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** End a trace that a 2.x client started. */
    patch: operations['endTrace'];
    trace?: never;
  };
  '/api/2.0/mlflow/traces/{request_id}/info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A trace without its spans, as 2.x clients read it. */
    get: operations['getTraceInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/traces/{request_id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a tag of a trace. */
    delete: operations['deleteTraceTag'];
    options?: never;
    head?: never;
    /** Set a tag of a trace. */
    patch: operations['setTraceTag'];
    trace?: never;
  };
  '/api/3.0/mlflow/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records a problem found in the traces of an experiment. */
    post: operations['createIssue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/issues/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finds issues, the most severe first. */
    post: operations['searchIssues'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/issues/{issue_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns an issue. */
    get: operations['getIssue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the text, the status or the severity of an issue. */
    patch: operations['updateIssue'];
    trace?: never;
  };
  '/api/3.0/mlflow/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write a trace as a whole, or complete one whose spans came first. */
    post: operations['startTraceV3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/batchGet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Traces with all their spans; leaves out those whose spans are still on their way. */
    get: operations['batchGetTraces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/batchGetInfos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Traces without their spans, by id. */
    post: operations['batchGetTraceInfos'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/calculate-filter-correlation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tells how often two filters find the same traces. */
    post: operations['calculateTraceFilterCorrelation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/delete-traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete traces by id, or the oldest up to a time and a number. */
    post: operations['deleteTracesV3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A trace with its spans; waits a little for those still on their way. */
    get: operations['getTrace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sums up traces, spans or assessments over time and by their properties. */
    post: operations['queryTraceMetrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finds traces of some experiments by a filter, a page at a time. */
    post: operations['searchTracesV3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/{trace_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A trace without its spans. */
    get: operations['getTraceInfoV3'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/{trace_id}/assessments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds feedback, an expectation or an issue to a trace. */
    post: operations['createAssessment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/traces/{trace_id}/assessments/{assessment_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns an assessment of a trace. */
    get: operations['getAssessment'];
    put?: never;
    post?: never;
    /** Deletes an assessment; what it overrode is valid again. */
    delete: operations['deleteAssessment'];
    options?: never;
    head?: never;
    /** Changes the masked fields of an assessment. */
    patch: operations['updateAssessment'];
    trace?: never;
  };
  '/api/3.0/mlflow/traces/{trace_id}/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a tag of a trace. */
    delete: operations['deleteTraceTagV3'];
    options?: never;
    head?: never;
    /** Set a tag of a trace. */
    patch: operations['setTraceTagV3'];
    trace?: never;
  };
  '/v1/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take spans that OpenTelemetry exporters send, as protobuf or JSON. */
    post: operations['exportSpans'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the webhooks, newest first. */
    get: operations['listWebhooks'];
    put?: never;
    /** Make a webhook, which is told of events. */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/2.0/mlflow/webhooks/{webhook_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A webhook by its id, without its secret. */
    get: operations['getWebhook'];
    put?: never;
    post?: never;
    /** Delete a webhook with all it was still to be told. */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    /** Change what is given of a webhook. */
    patch: operations['updateWebhook'];
    trace?: never;
  };
  '/api/2.0/mlflow/webhooks/{webhook_id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell a webhook an example of an event, and say what came of it. */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/workspaces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the workspaces, by name. */
    get: operations['listWorkspaces'];
    put?: never;
    /** Adds a workspace. */
    post: operations['createWorkspace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/3.0/mlflow/workspaces/{workspace_name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads one workspace. */
    get: operations['getWorkspace'];
    put?: never;
    post?: never;
    /** Deletes a workspace - an empty one, one whose contents move to the default one, or all of it. */
    delete: operations['deleteWorkspace'];
    options?: never;
    head?: never;
    /** Changes the description of a workspace or where its files go. */
    patch: operations['updateWorkspace'];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CreateExperiment: {
      name?: string;
      artifact_location?: string;
      tags?: components['schemas']['ExperimentTag'][];
    };
    CreateExperimentResponse: {
      experiment_id?: string;
    };
    CreateLoggedModel: {
      experiment_id?: string;
      name?: string;
      model_type?: string;
      source_run_id?: string;
      params?: components['schemas']['LoggedModelParameter'][];
      tags?: components['schemas']['LoggedModelTag'][];
    };
    CreateLoggedModelResponse: {
      model?: components['schemas']['LoggedModel'];
    };
    CreatePresignedDownloadUrl: {
      run_id?: string;
      path?: string;
      /** Format: int64 */
      expiration?: bigint;
    };
    CreatePresignedDownloadUrlResponse: {
      presigned_url?: string;
      headers?: {
        [key: string]: string;
      };
      /** Format: int64 */
      file_size?: bigint;
    };
    CreatePresignedUploadUrl: {
      run_id?: string;
      path?: string;
      /** Format: int64 */
      expiration?: bigint;
      model_id?: string;
    };
    CreatePresignedUploadUrlResponse: {
      presigned_url?: string;
      headers?: {
        [key: string]: string;
      };
    };
    CreateRun: {
      experiment_id?: string;
      user_id?: string;
      run_name?: string;
      /** Format: int64 */
      start_time?: bigint;
      tags?: components['schemas']['RunTag'][];
    };
    CreateRunResponse: {
      run?: components['schemas']['Run'];
    };
    Dataset: {
      name?: string;
      digest?: string;
      source_type?: string;
      source?: string;
      schema?: string;
      profile?: string;
    };
    DatasetInput: {
      tags?: components['schemas']['InputTag'][];
      dataset?: components['schemas']['Dataset'];
    };
    DatasetSummary: {
      experiment_id?: string;
      name?: string;
      digest?: string;
      context?: string;
    };
    DeleteExperiment: {
      experiment_id?: string;
    };
    DeleteExperimentResponse: Record<string, never>;
    DeleteExperimentTag: {
      experiment_id?: string;
      key?: string;
    };
    DeleteExperimentTagResponse: Record<string, never>;
    DeleteLoggedModel: {
      model_id?: string;
    };
    DeleteLoggedModelResponse: Record<string, never>;
    DeleteLoggedModelTag: {
      model_id?: string;
      tag_key?: string;
    };
    DeleteLoggedModelTagResponse: Record<string, never>;
    DeleteRun: {
      run_id?: string;
    };
    DeleteRunResponse: Record<string, never>;
    DeleteTag: {
      run_id?: string;
      key?: string;
    };
    DeleteTagResponse: Record<string, never>;
    Experiment: {
      experiment_id?: string;
      name?: string;
      artifact_location?: string;
      lifecycle_stage?: string;
      /** Format: int64 */
      last_update_time?: bigint;
      /** Format: int64 */
      creation_time?: bigint;
      tags?: components['schemas']['ExperimentTag'][];
      effective_trace_archival_retention?: string;
      workspace?: string;
    };
    ExperimentTag: {
      key?: string;
      value?: string;
    };
    FileInfo: {
      path?: string;
      is_dir?: boolean;
      /** Format: int64 */
      file_size?: bigint;
    };
    FinalizeLoggedModel: {
      model_id?: string;
      status?: components['schemas']['LoggedModelStatus'];
    };
    FinalizeLoggedModelResponse: {
      model?: components['schemas']['LoggedModel'];
    };
    GetExperimentByNameResponse: {
      experiment?: components['schemas']['Experiment'];
    };
    GetExperimentResponse: {
      experiment?: components['schemas']['Experiment'];
    };
    GetLoggedModelResponse: {
      model?: components['schemas']['LoggedModel'];
    };
    GetMetricHistoryBulkIntervalResponse: {
      metrics?: components['schemas']['MetricWithRunId'][];
    };
    GetMetricHistoryResponse: {
      metrics?: components['schemas']['Metric'][];
      next_page_token?: string;
    };
    GetRunResponse: {
      run?: components['schemas']['Run'];
    };
    InputTag: {
      key?: string;
      value?: string;
    };
    ListArtifactsResponse: {
      root_uri?: string;
      files?: components['schemas']['FileInfo'][];
      next_page_token?: string;
    };
    ListLoggedModelArtifactsResponse: {
      root_uri?: string;
      files?: components['schemas']['FileInfo'][];
      next_page_token?: string;
    };
    LogBatch: {
      run_id?: string;
      metrics?: components['schemas']['Metric'][];
      params?: components['schemas']['Param'][];
      tags?: components['schemas']['RunTag'][];
    };
    LogBatchResponse: Record<string, never>;
    LogInputs: {
      run_id?: string;
      datasets?: components['schemas']['DatasetInput'][];
      models?: components['schemas']['ModelInput'][];
    };
    LogInputsResponse: Record<string, never>;
    LogLoggedModelParamsRequest: {
      model_id?: string;
      params?: components['schemas']['LoggedModelParameter'][];
    };
    LogLoggedModelParamsRequestResponse: Record<string, never>;
    LogMetric: {
      run_id?: string;
      run_uuid?: string;
      key?: string;
      /** Format: double */
      value?: number;
      /** Format: int64 */
      timestamp?: bigint;
      /**
       * Format: int64
       * @default 0
       */
      step: bigint;
      model_id?: string;
      dataset_name?: string;
      dataset_digest?: string;
    };
    LogMetricResponse: Record<string, never>;
    LogModel: {
      run_id?: string;
      model_json?: string;
    };
    LogModelResponse: Record<string, never>;
    LogOutputs: {
      run_id?: string;
      models?: components['schemas']['ModelOutput'][];
    };
    LogOutputsResponse: Record<string, never>;
    LogParam: {
      run_id?: string;
      run_uuid?: string;
      key?: string;
      value?: string;
    };
    LogParamResponse: Record<string, never>;
    LoggedModel: {
      info?: components['schemas']['LoggedModelInfo'];
      data?: components['schemas']['LoggedModelData'];
    };
    LoggedModelData: {
      params?: components['schemas']['LoggedModelParameter'][];
      metrics?: components['schemas']['Metric'][];
    };
    LoggedModelInfo: {
      model_id?: string;
      experiment_id?: string;
      name?: string;
      /** Format: int64 */
      creation_timestamp_ms?: bigint;
      /** Format: int64 */
      last_updated_timestamp_ms?: bigint;
      artifact_uri?: string;
      status?: components['schemas']['LoggedModelStatus'];
      /** Format: int64 */
      creator_id?: bigint;
      model_type?: string;
      source_run_id?: string;
      status_message?: string;
      tags?: components['schemas']['LoggedModelTag'][];
      registrations?: components['schemas']['LoggedModelRegistrationInfo'][];
    };
    LoggedModelParameter: {
      key?: string;
      value?: string;
    };
    LoggedModelRegistrationInfo: {
      name?: string;
      version?: string;
    };
    /** @enum {string} */
    LoggedModelStatus:
      | 'LOGGED_MODEL_STATUS_UNSPECIFIED'
      | 'LOGGED_MODEL_PENDING'
      | 'LOGGED_MODEL_READY'
      | 'LOGGED_MODEL_UPLOAD_FAILED';
    LoggedModelTag: {
      key?: string;
      value?: string;
    };
    Metric: {
      key?: string;
      /** Format: double */
      value?: number;
      /** Format: int64 */
      timestamp?: bigint;
      /**
       * Format: int64
       * @default 0
       */
      step: bigint;
      dataset_name?: string;
      dataset_digest?: string;
      model_id?: string;
      run_id?: string;
    };
    MetricWithRunId: {
      key?: string;
      /** Format: double */
      value?: number;
      /** Format: int64 */
      timestamp?: bigint;
      /**
       * Format: int64
       * @default 0
       */
      step: bigint;
      run_id?: string;
    };
    ModelInput: {
      model_id?: string;
    };
    ModelOutput: {
      model_id?: string;
      /** Format: int64 */
      step?: bigint;
    };
    Param: {
      key?: string;
      value?: string;
    };
    ProxyAbortMultipartUpload: {
      path?: string;
      upload_id?: string;
    };
    ProxyAbortMultipartUploadResponse: Record<string, never>;
    ProxyCompleteMultipartUpload: {
      path?: string;
      upload_id?: string;
      parts?: components['schemas']['ProxyMultipartUploadPart'][];
    };
    ProxyCompleteMultipartUploadResponse: Record<string, never>;
    ProxyCreateMultipartUpload: {
      path?: string;
      /** Format: int64 */
      num_parts?: bigint;
    };
    ProxyCreateMultipartUploadResponse: {
      upload_id?: string;
      credentials?: components['schemas']['ProxyMultipartUploadCredential'][];
    };
    ProxyDeleteArtifact: Record<string, never>;
    ProxyDeleteArtifactResponse: Record<string, never>;
    ProxyFileInfo: {
      path?: string;
      is_dir?: boolean;
      /** Format: int64 */
      file_size?: bigint;
    };
    ProxyGetPresignedDownloadUrlResponse: {
      url?: string;
      headers?: {
        [key: string]: string;
      };
      /** Format: int64 */
      file_size?: bigint;
    };
    ProxyListArtifactsResponse: {
      files?: components['schemas']['ProxyFileInfo'][];
    };
    ProxyMultipartUploadCredential: {
      url?: string;
      /** Format: int64 */
      part_number?: bigint;
      headers?: {
        [key: string]: string;
      };
    };
    ProxyMultipartUploadPart: {
      /** Format: int64 */
      part_number?: bigint;
      etag?: string;
      url?: string;
    };
    RestoreExperiment: {
      experiment_id?: string;
    };
    RestoreExperimentResponse: Record<string, never>;
    RestoreRun: {
      run_id?: string;
    };
    RestoreRunResponse: Record<string, never>;
    Run: {
      info?: components['schemas']['RunInfo'];
      data?: components['schemas']['RunData'];
      inputs?: components['schemas']['RunInputs'];
      outputs?: components['schemas']['RunOutputs'];
    };
    RunData: {
      metrics?: components['schemas']['Metric'][];
      params?: components['schemas']['Param'][];
      tags?: components['schemas']['RunTag'][];
    };
    RunInfo: {
      run_id?: string;
      run_uuid?: string;
      run_name?: string;
      experiment_id?: string;
      user_id?: string;
      status?: components['schemas']['RunStatus'];
      /** Format: int64 */
      start_time?: bigint;
      /** Format: int64 */
      end_time?: bigint;
      artifact_uri?: string;
      lifecycle_stage?: string;
    };
    RunInputs: {
      dataset_inputs?: components['schemas']['DatasetInput'][];
      model_inputs?: components['schemas']['ModelInput'][];
    };
    RunOutputs: {
      model_outputs?: components['schemas']['ModelOutput'][];
    };
    /** @enum {string} */
    RunStatus: 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';
    RunTag: {
      key?: string;
      value?: string;
    };
    SearchDatasets: {
      experiment_ids?: string[];
    };
    SearchDatasetsResponse: {
      dataset_summaries?: components['schemas']['DatasetSummary'][];
    };
    SearchExperiments: {
      /** Format: int64 */
      max_results?: bigint;
      page_token?: string;
      filter?: string;
      order_by?: string[];
      view_type?: components['schemas']['ViewType'];
    };
    SearchExperimentsResponse: {
      experiments?: components['schemas']['Experiment'][];
      next_page_token?: string;
    };
    ModelDatasetFilter: {
      dataset_name?: string;
      dataset_digest?: string;
    };
    ModelOrderBy: {
      field_name?: string;
      ascending?: boolean;
      dataset_name?: string;
      dataset_digest?: string;
    };
    SearchLoggedModels: {
      experiment_ids?: string[];
      filter?: string;
      datasets?: components['schemas']['ModelDatasetFilter'][];
      /** Format: int32 */
      max_results?: number;
      order_by?: components['schemas']['ModelOrderBy'][];
      page_token?: string;
    };
    SearchLoggedModelsResponse: {
      models?: components['schemas']['LoggedModel'][];
      next_page_token?: string;
    };
    SearchRuns: {
      experiment_ids?: string[];
      filter?: string;
      run_view_type?: components['schemas']['ViewType'];
      /**
       * Format: int32
       * @default 1000
       */
      max_results: number;
      order_by?: string[];
      page_token?: string;
    };
    SearchRunsResponse: {
      runs?: components['schemas']['Run'][];
      next_page_token?: string;
    };
    SetExperimentTag: {
      experiment_id?: string;
      key?: string;
      value?: string;
    };
    SetExperimentTagResponse: Record<string, never>;
    SetLoggedModelTags: {
      model_id?: string;
      tags?: components['schemas']['LoggedModelTag'][];
    };
    SetLoggedModelTagsResponse: {
      model?: components['schemas']['LoggedModel'];
    };
    SetTag: {
      run_id?: string;
      run_uuid?: string;
      key?: string;
      value?: string;
    };
    SetTagResponse: Record<string, never>;
    UpdateExperiment: {
      experiment_id?: string;
      new_name?: string;
    };
    UpdateExperimentResponse: Record<string, never>;
    UpdateRun: {
      run_id?: string;
      run_uuid?: string;
      status?: components['schemas']['RunStatus'];
      /** Format: int64 */
      end_time?: bigint;
      run_name?: string;
    };
    UpdateRunResponse: {
      run_info?: components['schemas']['RunInfo'];
    };
    /** @enum {string} */
    ViewType: 'ACTIVE_ONLY' | 'DELETED_ONLY' | 'ALL';
    AccessUser: {
      id?: number;
      username?: string;
      is_admin?: boolean;
      roles?: components['schemas']['AccessRole'][];
      experiment_permissions?: components['schemas']['ExperimentPermission'][];
      registered_model_permissions?: components['schemas']['RegisteredModelPermission'][];
    };
    UserAnswer: {
      user?: components['schemas']['AccessUser'];
    };
    CurrentUser: {
      user?: components['schemas']['AccessUser'];
      is_basic_auth?: boolean;
    };
    ExperimentPermission: {
      experiment_id?: string;
      user_id?: number;
      permission?: string;
    };
    ExperimentPermissionAnswer: {
      experiment_permission?: components['schemas']['ExperimentPermission'];
    };
    RegisteredModelPermission: {
      name?: string;
      user_id?: number;
      permission?: string;
    };
    RegisteredModelPermissionAnswer: {
      registered_model_permission?: components['schemas']['RegisteredModelPermission'];
    };
    AccessRole: {
      id?: number;
      name?: string;
      workspace?: string;
      description?: string | null;
      permissions?: components['schemas']['RolePermission'][];
    };
    RolePermission: {
      id?: number;
      role_id?: number;
      resource_type?: string;
      resource_pattern?: string;
      permission?: string;
    };
    RoleAssignment: {
      id?: number;
      user_id?: number;
      role_id?: number;
    };
    UserPermissions: {
      is_admin?: boolean;
      permissions?: {
        role_id?: number;
        role_name?: string;
        workspace?: string;
        resource_type?: string;
        resource_pattern?: string;
        permission?: string;
      }[];
    };
    AddDatasetToExperiments: {
      dataset_id?: string;
      experiment_ids?: string[];
    };
    AddDatasetToExperimentsResponse: {
      dataset?: components['schemas']['datasetsDataset'];
    };
    CreateDataset: {
      name?: string;
      experiment_ids?: string[];
      source_type?: components['schemas']['datasetsDatasetRecordSourceSourceType'];
      source?: string;
      schema?: string;
      profile?: string;
      created_by?: string;
      tags?: string;
    };
    CreateDatasetResponse: {
      dataset?: components['schemas']['datasetsDataset'];
    };
    DeleteDataset: {
      dataset_id?: string;
    };
    DeleteDatasetRecords: {
      dataset_id?: string;
      dataset_record_ids?: string[];
    };
    DeleteDatasetRecordsResponse: {
      /** Format: int64 */
      deleted_count?: bigint;
    };
    DeleteDatasetResponse: Record<string, never>;
    DeleteDatasetTag: {
      dataset_id?: string;
      key?: string;
    };
    DeleteDatasetTagResponse: Record<string, never>;
    DeleteScorer: {
      experiment_id?: string;
      name?: string;
      /** Format: int32 */
      version?: number;
    };
    DeleteScorerResponse: Record<string, never>;
    GetDatasetExperimentIdsResponse: {
      experiment_ids?: string[];
    };
    GetDatasetRecordsResponse: {
      records?: string;
      next_page_token?: string;
    };
    GetDatasetResponse: {
      dataset?: components['schemas']['datasetsDataset'];
      next_page_token?: string;
    };
    GetScorerResponse: {
      scorer?: components['schemas']['Scorer'];
    };
    ListScorerVersionsResponse: {
      scorers?: components['schemas']['Scorer'][];
    };
    ListScorersResponse: {
      scorers?: components['schemas']['Scorer'][];
    };
    OnlineScoringConfig: {
      online_scoring_config_id?: string;
      scorer_id?: string;
      /** Format: double */
      sample_rate?: number;
      experiment_id?: string;
      filter_string?: string;
    };
    RegisterScorer: {
      experiment_id?: string;
      name?: string;
      serialized_scorer?: string;
    };
    RegisterScorerResponse: {
      /** Format: int64 */
      version?: bigint;
      scorer_id?: string;
      experiment_id?: string;
      name?: string;
      serialized_scorer?: string;
      /** Format: int64 */
      creation_time?: bigint;
    };
    RemoveDatasetFromExperiments: {
      dataset_id?: string;
      experiment_ids?: string[];
    };
    RemoveDatasetFromExperimentsResponse: {
      dataset?: components['schemas']['datasetsDataset'];
    };
    Scorer: {
      /** Format: int64 */
      experiment_id?: bigint;
      scorer_name?: string;
      /** Format: int64 */
      scorer_version?: bigint;
      serialized_scorer?: string;
      /** Format: int64 */
      creation_time?: bigint;
      scorer_id?: string;
    };
    SearchEvaluationDatasets: {
      experiment_ids?: string[];
      filter_string?: string;
      /**
       * Format: int32
       * @default 1000
       */
      max_results: number;
      order_by?: string[];
      page_token?: string;
    };
    SearchEvaluationDatasetsResponse: {
      datasets?: components['schemas']['datasetsDataset'][];
      next_page_token?: string;
    };
    SetDatasetTags: {
      dataset_id?: string;
      tags?: string;
    };
    SetDatasetTagsResponse: {
      dataset?: components['schemas']['datasetsDataset'];
    };
    UpsertDatasetRecords: {
      dataset_id?: string;
      records?: string;
      updated_by?: string;
    };
    UpsertDatasetRecordsResponse: {
      /** Format: int64 */
      inserted_count?: bigint;
      /** Format: int64 */
      updated_count?: bigint;
    };
    datasetsDataset: {
      dataset_id?: string;
      name?: string;
      tags?: string;
      schema?: string;
      profile?: string;
      digest?: string;
      /** Format: int64 */
      created_time?: bigint;
      /** Format: int64 */
      last_update_time?: bigint;
      created_by?: string;
      last_updated_by?: string;
      experiment_ids?: string[];
    };
    /** @enum {string} */
    datasetsDatasetRecordSourceSourceType: 'SOURCE_TYPE_UNSPECIFIED' | 'TRACE' | 'HUMAN' | 'DOCUMENT' | 'CODE';
    label_schemasCreateLabelSchema: {
      experiment_id?: string;
      name?: string;
      type?: components['schemas']['label_schemasLabelSchemaType'];
      input?: components['schemas']['label_schemasLabelSchemaInput'];
      instruction?: string;
      enable_comment?: boolean;
    };
    label_schemasCreateLabelSchemaResponse: {
      label_schema?: components['schemas']['label_schemasLabelSchema'];
    };
    label_schemasDeleteLabelSchema: {
      schema_id?: string;
    };
    label_schemasDeleteLabelSchemaResponse: Record<string, never>;
    label_schemasGetLabelSchemaByNameResponse: {
      label_schema?: components['schemas']['label_schemasLabelSchema'];
    };
    label_schemasGetLabelSchemaResponse: {
      label_schema?: components['schemas']['label_schemasLabelSchema'];
    };
    label_schemasInputCategorical: {
      options?: string[];
      multi_select?: boolean;
    };
    label_schemasInputNumeric: {
      /** Format: double */
      min_value?: number;
      /** Format: double */
      max_value?: number;
    };
    label_schemasInputPassFail: {
      positive_label?: string;
      negative_label?: string;
    };
    label_schemasInputText: {
      /** Format: int64 */
      max_length?: bigint;
    };
    label_schemasLabelSchema: {
      schema_id?: string;
      experiment_id?: string;
      name?: string;
      type?: components['schemas']['label_schemasLabelSchemaType'];
      instruction?: string;
      enable_comment?: boolean;
      input?: components['schemas']['label_schemasLabelSchemaInput'];
      created_by?: string;
      /** Format: int64 */
      created_at?: bigint;
      /** Format: int64 */
      last_updated_at?: bigint;
      is_default?: boolean;
    };
    label_schemasLabelSchemaInput: {
      pass_fail?: components['schemas']['label_schemasInputPassFail'];
      categorical?: components['schemas']['label_schemasInputCategorical'];
      numeric?: components['schemas']['label_schemasInputNumeric'];
      text?: components['schemas']['label_schemasInputText'];
    };
    /** @enum {string} */
    label_schemasLabelSchemaType: 'LABEL_SCHEMA_TYPE_UNSPECIFIED' | 'FEEDBACK' | 'EXPECTATION';
    label_schemasListLabelSchemasResponse: {
      label_schemas?: components['schemas']['label_schemasLabelSchema'][];
      next_page_token?: string;
    };
    label_schemasUpdateLabelSchema: {
      schema_id?: string;
      name?: string;
      instruction?: string;
      enable_comment?: boolean;
      input?: components['schemas']['label_schemasLabelSchemaInput'];
    };
    label_schemasUpdateLabelSchemaResponse: {
      label_schema?: components['schemas']['label_schemasLabelSchema'];
    };
    review_queuesAddItemsToReviewQueue: {
      queue_id?: string;
      item_type?: components['schemas']['review_queuesReviewItemType'];
      item_ids?: string[];
    };
    review_queuesAddItemsToReviewQueueResponse: {
      items?: components['schemas']['review_queuesReviewQueueItem'][];
    };
    review_queuesCreateReviewQueue: {
      experiment_id?: string;
      name?: string;
      queue_type?: components['schemas']['review_queuesReviewQueueType'];
      created_by?: string;
      users?: string[];
      schema_ids?: string[];
    };
    review_queuesCreateReviewQueueResponse: {
      review_queue?: components['schemas']['review_queuesReviewQueue'];
    };
    review_queuesDeleteReviewQueue: {
      queue_id?: string;
    };
    review_queuesDeleteReviewQueueResponse: Record<string, never>;
    review_queuesGetOrCreateUserQueue: {
      experiment_id?: string;
      user?: string;
      created_by?: string;
    };
    review_queuesGetOrCreateUserQueueResponse: {
      review_queue?: components['schemas']['review_queuesReviewQueue'];
    };
    review_queuesGetReviewQueueByNameResponse: {
      review_queue?: components['schemas']['review_queuesReviewQueue'];
    };
    review_queuesGetReviewQueueResponse: {
      review_queue?: components['schemas']['review_queuesReviewQueue'];
    };
    review_queuesListReviewQueueItemsResponse: {
      items?: components['schemas']['review_queuesReviewQueueItem'][];
      next_page_token?: string;
    };
    review_queuesListReviewQueuesResponse: {
      review_queues?: components['schemas']['review_queuesReviewQueue'][];
      next_page_token?: string;
    };
    review_queuesRemoveItemsFromReviewQueue: {
      queue_id?: string;
      item_ids?: string[];
    };
    review_queuesRemoveItemsFromReviewQueueResponse: Record<string, never>;
    /** @enum {string} */
    review_queuesReviewItemType: 'REVIEW_ITEM_TYPE_UNSPECIFIED' | 'TRACE';
    review_queuesReviewQueue: {
      queue_id?: string;
      experiment_id?: string;
      name?: string;
      queue_type?: components['schemas']['review_queuesReviewQueueType'];
      created_by?: string;
      /** Format: int64 */
      creation_time_ms?: bigint;
      /** Format: int64 */
      last_update_time_ms?: bigint;
      users?: string[];
      schema_ids?: string[];
    };
    review_queuesReviewQueueItem: {
      queue_id?: string;
      item_type?: components['schemas']['review_queuesReviewItemType'];
      item_id?: string;
      status?: components['schemas']['review_queuesReviewStatus'];
      completed_by?: string;
      /** Format: int64 */
      completed_time_ms?: bigint;
      /** Format: int64 */
      creation_time_ms?: bigint;
      /** Format: int64 */
      last_update_time_ms?: bigint;
    };
    /** @enum {string} */
    review_queuesReviewQueueType: 'REVIEW_QUEUE_TYPE_UNSPECIFIED' | 'USER' | 'CUSTOM';
    /** @enum {string} */
    review_queuesReviewStatus: 'REVIEW_STATUS_UNSPECIFIED' | 'PENDING' | 'COMPLETE' | 'DECLINED';
    review_queuesSetReviewQueueItemStatus: {
      queue_id?: string;
      item_id?: string;
      status?: components['schemas']['review_queuesReviewStatus'];
      completed_by?: string;
    };
    review_queuesSetReviewQueueItemStatusResponse: {
      item?: components['schemas']['review_queuesReviewQueueItem'];
    };
    review_queuesUpdateReviewQueue: {
      queue_id?: string;
      update_users?: boolean;
      users?: string[];
      update_schema_ids?: boolean;
      schema_ids?: string[];
      name?: string;
      new_owner?: string;
    };
    review_queuesUpdateReviewQueueResponse: {
      review_queue?: components['schemas']['review_queuesReviewQueue'];
    };
    CreateMcpServer: {
      name?: string;
      description?: string;
      icons?: {
        [key: string]: unknown;
      }[];
    };
    UpdateMcpServer: {
      display_name?: string | null;
      description?: string | null;
      icons?:
        | {
            [key: string]: unknown;
          }[]
        | null;
      /** @description Refused, whatever it is; it follows from the numbers of the versions. */
      latest_version?: unknown;
    };
    CreateMcpServerVersion: {
      server_json?: {
        [key: string]: unknown;
      };
      status?: string;
      source?: string;
      tools?: {
        [key: string]: unknown;
      }[];
      connect_options?: {
        [key: string]: unknown;
      };
    };
    UpdateMcpServerVersion: {
      status?: string | null;
      tools?:
        | {
            [key: string]: unknown;
          }[]
        | null;
      connect_options?: {
        [key: string]: unknown;
      } | null;
    };
    CreateMcpEndpoint: {
      url?: string;
      transport_type?: string;
      server_version?: string;
      server_alias?: string;
    };
    UpdateMcpEndpoint: {
      url?: string | null;
      transport_type?: string;
      server_version?: string;
      server_alias?: string;
    };
    SetMcpAlias: {
      alias?: string;
      version?: string;
    };
    SetMcpTag: {
      key?: string;
      value?: string;
    };
    McpDone: Record<string, never>;
    McpAlias: {
      alias?: string;
      version?: string;
    };
    McpServer: {
      name?: string;
      display_name?: string | null;
      description?: string | null;
      icons?:
        | {
            [key: string]: unknown;
          }[]
        | null;
      status?: string | null;
      access_endpoints?: components['schemas']['McpEndpoint'][];
      latest_version?: string | null;
      aliases?: components['schemas']['McpAlias'][];
      tags?: {
        [key: string]: string;
      };
      workspace?: string;
      created_by?: string | null;
      last_updated_by?: string | null;
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
    };
    McpServerVersion: {
      name?: string;
      version?: string;
      server_json?: {
        [key: string]: unknown;
      };
      status?: string;
      tools?: {
        [key: string]: unknown;
      }[];
      aliases?: string[];
      tags?: {
        [key: string]: string;
      };
      connect_options?: {
        [key: string]: unknown;
      };
      source?: string | null;
      workspace?: string;
      created_by?: string | null;
      last_updated_by?: string | null;
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
    };
    McpEndpoint: {
      id?: string;
      server_name?: string;
      url?: string;
      transport_type?: string;
      tools?:
        | {
            [key: string]: unknown;
          }[]
        | null;
      server_version?: string | null;
      server_alias?: string | null;
      resolved_version?: components['schemas']['McpServerVersion'];
      workspace?: string;
      created_by?: string | null;
      last_updated_by?: string | null;
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
    };
    McpServerPage: {
      mcp_servers?: components['schemas']['McpServer'][];
      next_page_token?: string | null;
    };
    McpServerVersionPage: {
      mcp_server_versions?: components['schemas']['McpServerVersion'][];
      next_page_token?: string | null;
    };
    McpEndpointPage: {
      mcp_access_endpoints?: components['schemas']['McpEndpoint'][];
      next_page_token?: string | null;
    };
    GraphqlRequest: {
      query?: string;
      variables?: Record<string, never>;
      operationName?: string;
    };
    CreateModelVersion: {
      name?: string;
      source?: string;
      run_id?: string;
      tags?: components['schemas']['ModelVersionTag'][];
      run_link?: string;
      description?: string;
      model_id?: string;
    };
    CreateModelVersionResponse: {
      model_version?: components['schemas']['ModelVersion'];
    };
    CreateRegisteredModel: {
      name?: string;
      tags?: components['schemas']['RegisteredModelTag'][];
      description?: string;
      deployment_job_id?: string;
    };
    CreateRegisteredModelResponse: {
      registered_model?: components['schemas']['RegisteredModel'];
    };
    DeleteModelVersion: {
      name?: string;
      version?: string;
    };
    DeleteModelVersionResponse: Record<string, never>;
    DeleteModelVersionTag: {
      name?: string;
      version?: string;
      key?: string;
    };
    DeleteModelVersionTagResponse: Record<string, never>;
    DeleteRegisteredModel: {
      name?: string;
    };
    DeleteRegisteredModelAlias: {
      name?: string;
      alias?: string;
    };
    DeleteRegisteredModelAliasResponse: Record<string, never>;
    DeleteRegisteredModelResponse: Record<string, never>;
    DeleteRegisteredModelTag: {
      name?: string;
      key?: string;
    };
    DeleteRegisteredModelTagResponse: Record<string, never>;
    /** @enum {string} */
    DeploymentJobConnectionState:
      | 'DEPLOYMENT_JOB_CONNECTION_STATE_UNSPECIFIED'
      | 'NOT_SET_UP'
      | 'CONNECTED'
      | 'NOT_FOUND'
      | 'REQUIRED_PARAMETERS_CHANGED';
    GetLatestVersions: {
      name?: string;
      stages?: string[];
    };
    GetLatestVersionsResponse: {
      model_versions?: components['schemas']['ModelVersion'][];
    };
    GetModelVersionByAliasResponse: {
      model_version?: components['schemas']['ModelVersion'];
    };
    GetModelVersionDownloadUriResponse: {
      artifact_uri?: string;
    };
    GetModelVersionResponse: {
      model_version?: components['schemas']['ModelVersion'];
    };
    GetRegisteredModelResponse: {
      registered_model?: components['schemas']['RegisteredModel'];
    };
    ModelMetric: {
      key?: string;
      /** Format: double */
      value?: number;
      /** Format: int64 */
      timestamp?: bigint;
      /**
       * Format: int64
       * @default 0
       */
      step: bigint;
      dataset_name?: string;
      dataset_digest?: string;
      model_id?: string;
      run_id?: string;
    };
    ModelParam: {
      name?: string;
      value?: string;
    };
    ModelVersion: {
      name?: string;
      version?: string;
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
      user_id?: string;
      current_stage?: string;
      description?: string;
      source?: string;
      run_id?: string;
      status?: components['schemas']['ModelVersionStatus'];
      status_message?: string;
      tags?: components['schemas']['ModelVersionTag'][];
      run_link?: string;
      aliases?: string[];
      model_id?: string;
      model_params?: components['schemas']['ModelParam'][];
      model_metrics?: components['schemas']['ModelMetric'][];
      deployment_job_state?: components['schemas']['ModelVersionDeploymentJobState'];
    };
    ModelVersionDeploymentJobState: {
      job_id?: string;
      run_id?: string;
      job_state?: components['schemas']['DeploymentJobConnectionState'];
      run_state?: components['schemas']['ModelVersionDeploymentJobStateDeploymentJobRunState'];
      current_task_name?: string;
    };
    /** @enum {string} */
    ModelVersionDeploymentJobStateDeploymentJobRunState:
      | 'DEPLOYMENT_JOB_RUN_STATE_UNSPECIFIED'
      | 'NO_VALID_DEPLOYMENT_JOB_FOUND'
      | 'RUNNING'
      | 'SUCCEEDED'
      | 'FAILED'
      | 'PENDING'
      | 'APPROVAL';
    /** @enum {string} */
    ModelVersionStatus: 'PENDING_REGISTRATION' | 'FAILED_REGISTRATION' | 'READY';
    ModelVersionTag: {
      key?: string;
      value?: string;
    };
    RegisteredModel: {
      name?: string;
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
      user_id?: string;
      description?: string;
      latest_versions?: components['schemas']['ModelVersion'][];
      tags?: components['schemas']['RegisteredModelTag'][];
      aliases?: components['schemas']['RegisteredModelAlias'][];
      deployment_job_id?: string;
      deployment_job_state?: components['schemas']['DeploymentJobConnectionState'];
    };
    RegisteredModelAlias: {
      alias?: string;
      version?: string;
    };
    RegisteredModelTag: {
      key?: string;
      value?: string;
    };
    RenameRegisteredModel: {
      name?: string;
      new_name?: string;
    };
    RenameRegisteredModelResponse: {
      registered_model?: components['schemas']['RegisteredModel'];
    };
    SearchModelVersionsResponse: {
      model_versions?: components['schemas']['ModelVersion'][];
      next_page_token?: string;
    };
    SearchRegisteredModelsResponse: {
      registered_models?: components['schemas']['RegisteredModel'][];
      next_page_token?: string;
    };
    SetModelVersionTag: {
      name?: string;
      version?: string;
      key?: string;
      value?: string;
    };
    SetModelVersionTagResponse: Record<string, never>;
    SetRegisteredModelAlias: {
      name?: string;
      alias?: string;
      version?: string;
    };
    SetRegisteredModelAliasResponse: Record<string, never>;
    SetRegisteredModelTag: {
      name?: string;
      key?: string;
      value?: string;
    };
    SetRegisteredModelTagResponse: Record<string, never>;
    TransitionModelVersionStage: {
      name?: string;
      version?: string;
      stage?: string;
      archive_existing_versions?: boolean;
    };
    TransitionModelVersionStageResponse: {
      model_version?: components['schemas']['ModelVersion'];
    };
    UpdateModelVersion: {
      name?: string;
      version?: string;
      description?: string;
    };
    UpdateModelVersionResponse: {
      model_version?: components['schemas']['ModelVersion'];
    };
    UpdateRegisteredModel: {
      name?: string;
      description?: string;
      deployment_job_id?: string;
    };
    UpdateRegisteredModelResponse: {
      registered_model?: components['schemas']['RegisteredModel'];
    };
    /** @enum {string} */
    AggregationType: 'COUNT' | 'SUM' | 'AVG' | 'PERCENTILE' | 'MIN' | 'MAX';
    BatchGetTraceInfos: {
      trace_ids?: string[];
      experiment_ids?: string[];
    };
    BatchGetTraceInfosResponse: {
      trace_infos?: components['schemas']['TraceInfoV3'][];
    };
    BatchGetTracesResponse: {
      traces?: components['schemas']['Trace'][];
    };
    CalculateTraceFilterCorrelation: {
      experiment_ids?: string[];
      filter_string1?: string;
      filter_string2?: string;
      base_filter?: string;
    };
    CalculateTraceFilterCorrelationResponse: {
      /** Format: double */
      npmi?: number;
      /** Format: double */
      npmi_smoothed?: number;
      /** Format: int64 */
      filter1_count?: bigint;
      /** Format: int64 */
      filter2_count?: bigint;
      /** Format: int64 */
      joint_count?: bigint;
      /** Format: int64 */
      total_count?: bigint;
    };
    CreateAssessment: {
      assessment?: components['schemas']['assessmentsAssessment'];
    };
    CreateAssessmentResponse: {
      assessment?: components['schemas']['assessmentsAssessment'];
    };
    DeleteAssessment: {
      trace_id?: string;
      assessment_id?: string;
    };
    DeleteAssessmentResponse: Record<string, never>;
    DeleteTraceTag: {
      request_id?: string;
      key?: string;
    };
    DeleteTraceTagResponse: Record<string, never>;
    DeleteTraceTagV3: {
      trace_id?: string;
      key?: string;
    };
    DeleteTraceTagV3Response: Record<string, never>;
    DeleteTraces: {
      experiment_id?: string;
      /** Format: int64 */
      max_timestamp_millis?: bigint;
      /** Format: int32 */
      max_traces?: number;
      request_ids?: string[];
    };
    DeleteTracesResponse: {
      /** Format: int32 */
      traces_deleted?: number;
    };
    DeleteTracesV3: {
      experiment_id?: string;
      /** Format: int64 */
      max_timestamp_millis?: bigint;
      /** Format: int32 */
      max_traces?: number;
      request_ids?: string[];
    };
    DeleteTracesV3Response: {
      /** Format: int32 */
      traces_deleted?: number;
    };
    EndTrace: {
      request_id?: string;
      /** Format: int64 */
      timestamp_ms?: bigint;
      status?: components['schemas']['TraceStatus'];
      request_metadata?: components['schemas']['TraceRequestMetadata'][];
      tags?: components['schemas']['TraceTag'][];
    };
    EndTraceResponse: {
      trace_info?: components['schemas']['TraceInfo'];
    };
    GetAssessmentRequestResponse: {
      assessment?: components['schemas']['assessmentsAssessment'];
    };
    GetTraceInfoResponse: {
      trace_info?: components['schemas']['TraceInfo'];
    };
    GetTraceInfoV3Response: {
      trace?: components['schemas']['Trace'];
    };
    GetTraceResponse: {
      trace?: components['schemas']['Trace'];
    };
    LinkPromptsToTrace: {
      trace_id?: string;
      prompt_versions?: components['schemas']['LinkPromptsToTracePromptVersionRef'][];
    };
    LinkPromptsToTracePromptVersionRef: {
      name?: string;
      version?: string;
    };
    LinkPromptsToTraceResponse: Record<string, never>;
    LinkTracesToRun: {
      trace_ids?: string[];
      run_id?: string;
    };
    LinkTracesToRunResponse: Record<string, never>;
    MetricAggregation: {
      aggregation_type?: components['schemas']['AggregationType'];
      /** Format: double */
      percentile_value?: number;
    };
    MetricDataPoint: {
      metric_name?: string;
      dimensions?: {
        [key: string]: string;
      };
      values?: {
        [key: string]: number;
      };
    };
    /** @enum {string} */
    MetricViewType: 'TRACES' | 'SPANS' | 'ASSESSMENTS';
    QueryTraceMetrics: {
      experiment_ids?: string[];
      view_type?: components['schemas']['MetricViewType'];
      metric_name?: string;
      aggregations?: components['schemas']['MetricAggregation'][];
      dimensions?: string[];
      filters?: string[];
      /** Format: int64 */
      time_interval_seconds?: bigint;
      /** Format: int64 */
      start_time_ms?: bigint;
      /** Format: int64 */
      end_time_ms?: bigint;
      /**
       * Format: int32
       * @default 1000
       */
      max_results: number;
      page_token?: string;
    };
    QueryTraceMetricsResponse: {
      data_points?: components['schemas']['MetricDataPoint'][];
      next_page_token?: string;
    };
    SearchTracesResponse: {
      traces?: components['schemas']['TraceInfo'][];
      next_page_token?: string;
    };
    SearchTracesV3: {
      locations?: components['schemas']['TraceLocation'][];
      filter?: string;
      /**
       * Format: int32
       * @default 100
       */
      max_results: number;
      order_by?: string[];
      page_token?: string;
    };
    SearchTracesV3Response: {
      traces?: components['schemas']['TraceInfoV3'][];
      next_page_token?: string;
    };
    SetTraceTag: {
      request_id?: string;
      key?: string;
      value?: string;
    };
    SetTraceTagResponse: Record<string, never>;
    SetTraceTagV3: {
      trace_id?: string;
      key?: string;
      value?: string;
    };
    SetTraceTagV3Response: Record<string, never>;
    StartTrace: {
      experiment_id?: string;
      /** Format: int64 */
      timestamp_ms?: bigint;
      request_metadata?: components['schemas']['TraceRequestMetadata'][];
      tags?: components['schemas']['TraceTag'][];
    };
    StartTraceResponse: {
      trace_info?: components['schemas']['TraceInfo'];
    };
    StartTraceV3: {
      trace?: components['schemas']['Trace'];
    };
    StartTraceV3Response: {
      trace?: components['schemas']['Trace'];
    };
    Trace: {
      trace_info?: components['schemas']['TraceInfoV3'];
      spans?: components['schemas']['opentelemetryprototracev1Span'][];
    };
    TraceInfo: {
      request_id?: string;
      experiment_id?: string;
      /** Format: int64 */
      timestamp_ms?: bigint;
      /** Format: int64 */
      execution_time_ms?: bigint;
      status?: components['schemas']['TraceStatus'];
      request_metadata?: components['schemas']['TraceRequestMetadata'][];
      tags?: components['schemas']['TraceTag'][];
    };
    TraceInfoV3: {
      trace_id?: string;
      client_request_id?: string;
      trace_location?: components['schemas']['TraceLocation'];
      request?: string;
      response?: string;
      request_preview?: string;
      response_preview?: string;
      /** Format: date-time */
      request_time?: string;
      execution_duration?: string;
      state?: components['schemas']['TraceInfoV3State'];
      trace_metadata?: {
        [key: string]: string;
      };
      assessments?: components['schemas']['assessmentsAssessment'][];
      tags?: {
        [key: string]: string;
      };
    };
    /** @enum {string} */
    TraceInfoV3State: 'STATE_UNSPECIFIED' | 'OK' | 'ERROR' | 'IN_PROGRESS';
    TraceLocation: {
      type?: components['schemas']['TraceLocationTraceLocationType'];
      mlflow_experiment?: components['schemas']['TraceLocationMlflowExperimentLocation'];
      inference_table?: components['schemas']['TraceLocationInferenceTableLocation'];
    };
    TraceLocationInferenceTableLocation: {
      full_table_name?: string;
    };
    TraceLocationMlflowExperimentLocation: {
      experiment_id?: string;
    };
    /** @enum {string} */
    TraceLocationTraceLocationType: 'TRACE_LOCATION_TYPE_UNSPECIFIED' | 'MLFLOW_EXPERIMENT' | 'INFERENCE_TABLE';
    TraceRequestMetadata: {
      key?: string;
      value?: string;
    };
    /** @enum {string} */
    TraceStatus: 'TRACE_STATUS_UNSPECIFIED' | 'OK' | 'ERROR' | 'IN_PROGRESS';
    TraceTag: {
      key?: string;
      value?: string;
    };
    UpdateAssessment: {
      assessment?: components['schemas']['assessmentsAssessment'];
      update_mask?: string;
    };
    UpdateAssessmentResponse: {
      assessment?: components['schemas']['assessmentsAssessment'];
    };
    assessmentsAssessment: {
      assessment_id?: string;
      assessment_name?: string;
      trace_id?: string;
      span_id?: string;
      source?: components['schemas']['assessmentsAssessmentSource'];
      /** Format: date-time */
      create_time?: string;
      /** Format: date-time */
      last_update_time?: string;
      feedback?: components['schemas']['assessmentsFeedback'];
      expectation?: components['schemas']['assessmentsExpectation'];
      issue?: components['schemas']['assessmentsIssueReference'];
      rationale?: string;
      error?: components['schemas']['assessmentsAssessmentError'];
      metadata?: {
        [key: string]: string;
      };
      overrides?: string;
      valid?: boolean;
    };
    assessmentsAssessmentError: {
      error_code?: string;
      error_message?: string;
      stack_trace?: string;
    };
    assessmentsAssessmentSource: {
      source_type?: components['schemas']['assessmentsAssessmentSourceSourceType'];
      source_id?: string;
    };
    /** @enum {string} */
    assessmentsAssessmentSourceSourceType: 'SOURCE_TYPE_UNSPECIFIED' | 'HUMAN' | 'LLM_JUDGE' | 'CODE';
    assessmentsExpectation: {
      value?: unknown;
      serialized_value?: components['schemas']['assessmentsExpectationSerializedValue'];
    };
    assessmentsExpectationSerializedValue: {
      serialization_format?: string;
      value?: string;
    };
    assessmentsFeedback: {
      value?: unknown;
      error?: components['schemas']['assessmentsAssessmentError'];
    };
    assessmentsIssueReference: {
      issue_name?: string;
    };
    issuesCreateIssue: {
      experiment_id?: string;
      name?: string;
      description?: string;
      status?: string;
      severity?: string;
      root_causes?: string[];
      source_run_id?: string;
      created_by?: string;
      categories?: string[];
    };
    issuesCreateIssueResponse: {
      issue?: components['schemas']['issuesIssue'];
    };
    issuesGetIssueResponse: {
      issue?: components['schemas']['issuesIssue'];
    };
    issuesIssue: {
      issue_id?: string;
      experiment_id?: string;
      name?: string;
      description?: string;
      status?: string;
      severity?: string;
      root_causes?: string[];
      source_run_id?: string;
      /** Format: int64 */
      created_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
      created_by?: string;
      categories?: string[];
      /** Format: int64 */
      trace_count?: bigint;
    };
    issuesSearchIssues: {
      experiment_id?: string;
      filter_string?: string;
      /** Format: int32 */
      max_results?: number;
      page_token?: string;
      include_trace_count?: boolean;
    };
    issuesSearchIssuesResponse: {
      issues?: components['schemas']['issuesIssue'][];
      next_page_token?: string;
    };
    issuesUpdateIssue: {
      issue_id?: string;
      name?: string;
      description?: string;
      status?: string;
      severity?: string;
    };
    issuesUpdateIssueResponse: {
      issue?: components['schemas']['issuesIssue'];
    };
    opentelemetryprotocommonv1AnyValue: {
      string_value?: string;
      bool_value?: boolean;
      /** Format: int64 */
      int_value?: bigint;
      /** Format: double */
      double_value?: number;
      array_value?: components['schemas']['opentelemetryprotocommonv1ArrayValue'];
      kvlist_value?: components['schemas']['opentelemetryprotocommonv1KeyValueList'];
      /** Format: byte */
      bytes_value?: string;
      /** Format: int32 */
      string_value_strindex?: number;
    };
    opentelemetryprotocommonv1ArrayValue: {
      values?: components['schemas']['opentelemetryprotocommonv1AnyValue'][];
    };
    opentelemetryprotocommonv1KeyValue: {
      key?: string;
      value?: components['schemas']['opentelemetryprotocommonv1AnyValue'];
      /** Format: int32 */
      key_strindex?: number;
    };
    opentelemetryprotocommonv1KeyValueList: {
      values?: components['schemas']['opentelemetryprotocommonv1KeyValue'][];
    };
    opentelemetryprototracev1Span: {
      /** Format: byte */
      trace_id?: string;
      /** Format: byte */
      span_id?: string;
      trace_state?: string;
      /** Format: byte */
      parent_span_id?: string;
      /** Format: uint32 */
      flags?: number;
      name?: string;
      kind?: components['schemas']['opentelemetryprototracev1SpanSpanKind'];
      /** Format: int64 */
      start_time_unix_nano?: bigint;
      /** Format: int64 */
      end_time_unix_nano?: bigint;
      attributes?: components['schemas']['opentelemetryprotocommonv1KeyValue'][];
      /** Format: uint32 */
      dropped_attributes_count?: number;
      events?: components['schemas']['opentelemetryprototracev1SpanEvent'][];
      /** Format: uint32 */
      dropped_events_count?: number;
      links?: components['schemas']['opentelemetryprototracev1SpanLink'][];
      /** Format: uint32 */
      dropped_links_count?: number;
      status?: components['schemas']['opentelemetryprototracev1Status'];
    };
    opentelemetryprototracev1SpanEvent: {
      /** Format: int64 */
      time_unix_nano?: bigint;
      name?: string;
      attributes?: components['schemas']['opentelemetryprotocommonv1KeyValue'][];
      /** Format: uint32 */
      dropped_attributes_count?: number;
    };
    opentelemetryprototracev1SpanLink: {
      /** Format: byte */
      trace_id?: string;
      /** Format: byte */
      span_id?: string;
      trace_state?: string;
      attributes?: components['schemas']['opentelemetryprotocommonv1KeyValue'][];
      /** Format: uint32 */
      dropped_attributes_count?: number;
      /** Format: uint32 */
      flags?: number;
    };
    /** @enum {string} */
    opentelemetryprototracev1SpanSpanKind:
      | 'SPAN_KIND_UNSPECIFIED'
      | 'SPAN_KIND_INTERNAL'
      | 'SPAN_KIND_SERVER'
      | 'SPAN_KIND_CLIENT'
      | 'SPAN_KIND_PRODUCER'
      | 'SPAN_KIND_CONSUMER';
    opentelemetryprototracev1Status: {
      message?: string;
      code?: components['schemas']['opentelemetryprototracev1StatusStatusCode'];
    };
    /** @enum {string} */
    opentelemetryprototracev1StatusStatusCode: 'STATUS_CODE_UNSET' | 'STATUS_CODE_OK' | 'STATUS_CODE_ERROR';
    CreateWebhook: {
      name?: string;
      description?: string;
      url?: string;
      events?: components['schemas']['WebhookEvent'][];
      secret?: string;
      /** @description ACTIVE or DISABLED; anything else changes nothing. */
      status?: string;
    };
    CreateWebhookResponse: {
      webhook?: components['schemas']['Webhook'];
    };
    DeleteWebhook: {
      webhook_id?: string;
    };
    DeleteWebhookResponse: Record<string, never>;
    GetWebhookResponse: {
      webhook?: components['schemas']['Webhook'];
    };
    ListWebhooksResponse: {
      webhooks?: components['schemas']['Webhook'][];
      next_page_token?: string;
    };
    TestWebhook: {
      webhook_id?: string;
      event?: components['schemas']['WebhookEvent'];
    };
    TestWebhookResponse: {
      result?: components['schemas']['WebhookTestResult'];
    };
    UpdateWebhook: {
      webhook_id?: string;
      name?: string;
      description?: string;
      url?: string;
      events?: components['schemas']['WebhookEvent'][];
      secret?: string;
      /** @description ACTIVE or DISABLED; anything else changes nothing. */
      status?: string;
    };
    UpdateWebhookResponse: {
      webhook?: components['schemas']['Webhook'];
    };
    Webhook: {
      webhook_id?: string;
      name?: string;
      description?: string;
      url?: string;
      events?: components['schemas']['WebhookEvent'][];
      status?: components['schemas']['WebhookStatus'];
      /** Format: int64 */
      creation_timestamp?: bigint;
      /** Format: int64 */
      last_updated_timestamp?: bigint;
    };
    /** @enum {string} */
    WebhookAction: 'ACTION_UNSPECIFIED' | 'CREATED' | 'UPDATED' | 'DELETED' | 'SET' | 'EXCEEDED';
    /** @enum {string} */
    WebhookEntity:
      | 'ENTITY_UNSPECIFIED'
      | 'REGISTERED_MODEL'
      | 'MODEL_VERSION'
      | 'MODEL_VERSION_TAG'
      | 'MODEL_VERSION_ALIAS'
      | 'PROMPT'
      | 'PROMPT_VERSION'
      | 'PROMPT_TAG'
      | 'PROMPT_VERSION_TAG'
      | 'PROMPT_ALIAS'
      | 'BUDGET_POLICY';
    WebhookEvent: {
      entity?: components['schemas']['WebhookEntity'];
      action?: components['schemas']['WebhookAction'];
    };
    /** @enum {string} */
    WebhookStatus: 'ACTIVE' | 'DISABLED';
    WebhookTestResult: {
      success?: boolean;
      /** Format: int32 */
      response_status?: number;
      response_body?: string;
      error_message?: string;
    };
    CreateWorkspace: {
      name?: string;
      description?: string;
      default_artifact_root?: string;
      trace_archival_config?: components['schemas']['TraceArchivalConfig'];
    };
    GetWorkspaceResponse: {
      workspace?: components['schemas']['Workspace'];
    };
    ListWorkspacesResponse: {
      workspaces?: components['schemas']['Workspace'][];
    };
    TraceArchivalConfig: {
      location?: string;
      retention?: string;
    };
    UpdateWorkspace: {
      workspace_name?: string;
      description?: string;
      default_artifact_root?: string;
      trace_archival_config?: components['schemas']['TraceArchivalConfig'];
    };
    UpdateWorkspaceResponse: {
      workspace?: components['schemas']['Workspace'];
    };
    Workspace: {
      name?: string;
      description?: string;
      default_artifact_root?: string;
      trace_archival_config?: components['schemas']['TraceArchivalConfig'];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  searchDatasets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchDatasets'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchDatasetsResponse'];
        };
      };
    };
  };
  listGatewayProxyEndpoints: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  serveGatewayProxy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getLoggedModelArtifact: {
    parameters: {
      query?: {
        artifact_file_path?: string;
      };
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes of the file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Readable;
        };
      };
    };
  };
  getMetricHistoryBulk: {
    parameters: {
      query?: {
        run_id?: string[];
        metric_key?: string;
        max_results?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Points, runs in order of id. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: components['schemas']['MetricWithRunId'][];
          };
        };
      };
    };
  };
  serveCreatePromptlabRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  uploadRunArtifact: {
    parameters: {
      query?: {
        run_uuid?: string;
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': Readable;
      };
    };
    responses: {
      /** @description Stored. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30Jobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  patchAjaxApi30JobsCancelJobId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30JobsSearch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30JobsJobId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30MlflowAssistantConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  putAjaxApi30MlflowAssistantConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30MlflowAssistantMessage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30MlflowAssistantProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30MlflowAssistantProvidersProviderHealth: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        provider: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30MlflowAssistantProvidersProviderModels: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        provider: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  patchAjaxApi30MlflowAssistantSessionsSessionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30MlflowAssistantSessionsSessionIdPermission: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getAjaxApi30MlflowAssistantSessionsSessionIdStream: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30MlflowAssistantSessionsSessionIdToolResult: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postAjaxApi30MlflowAssistantSkillsInstall: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteDemo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  generateDemo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getProviderConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getSecretsConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listSupportedModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listSupportedProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  invokeGenaiEvaluateHandler: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  invokeIssueDetectionHandler: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  invokeScorerHandler: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listArtifacts: {
    parameters: {
      query?: {
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyListArtifactsResponse'];
        };
      };
    };
  };
  downloadArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes of the file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Readable;
        };
      };
    };
  };
  uploadArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': Readable;
      };
    };
    responses: {
      /** @description Stored. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyDeleteArtifact'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyDeleteArtifactResponse'];
        };
      };
    };
  };
  abortMultipartUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyAbortMultipartUpload'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyAbortMultipartUploadResponse'];
        };
      };
    };
  };
  completeMultipartUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyCompleteMultipartUpload'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyCompleteMultipartUploadResponse'];
        };
      };
    };
  };
  createMultipartUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyCreateMultipartUpload'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyCreateMultipartUploadResponse'];
        };
      };
    };
  };
  getPresignedDownloadUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        artifact_path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyGetPresignedDownloadUrlResponse'];
        };
      };
    };
  };
  listRunArtifacts: {
    parameters: {
      query?: {
        run_id?: string;
        run_uuid?: string;
        path?: string;
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListArtifactsResponse'];
        };
      };
    };
  };
  createPresignedDownloadUrl: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePresignedDownloadUrl'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatePresignedDownloadUrlResponse'];
        };
      };
    };
  };
  createPresignedUploadUrl: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePresignedUploadUrl'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatePresignedUploadUrlResponse'];
        };
      };
    };
  };
  createExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateExperiment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateExperimentResponse'];
        };
      };
    };
  };
  deleteExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteExperiment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteExperimentResponse'];
        };
      };
    };
  };
  deleteExperimentTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteExperimentTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteExperimentTagResponse'];
        };
      };
    };
  };
  getExperiment: {
    parameters: {
      query?: {
        experiment_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetExperimentResponse'];
        };
      };
    };
  };
  getExperimentByName: {
    parameters: {
      query?: {
        experiment_name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetExperimentByNameResponse'];
        };
      };
    };
  };
  restoreExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RestoreExperiment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RestoreExperimentResponse'];
        };
      };
    };
  };
  searchExperiments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchExperiments'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchExperimentsResponse'];
        };
      };
    };
  };
  setExperimentTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetExperimentTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetExperimentTagResponse'];
        };
      };
    };
  };
  updateExperiment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateExperiment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateExperimentResponse'];
        };
      };
    };
  };
  createLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateLoggedModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateLoggedModelResponse'];
        };
      };
    };
  };
  searchLoggedModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchLoggedModels'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchLoggedModelsResponse'];
        };
      };
    };
  };
  getLoggedModel: {
    parameters: {
      query?: {
        /** @description Only true, in any case, says yes; every other text says no. */
        allow_deleted?: string;
      };
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetLoggedModelResponse'];
        };
      };
    };
  };
  deleteLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteLoggedModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteLoggedModelResponse'];
        };
      };
    };
  };
  finalizeLoggedModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FinalizeLoggedModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FinalizeLoggedModelResponse'];
        };
      };
    };
  };
  listLoggedModelArtifacts: {
    parameters: {
      query?: {
        artifact_directory_path?: string;
        page_token?: string;
      };
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListLoggedModelArtifactsResponse'];
        };
      };
    };
  };
  logLoggedModelParams: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogLoggedModelParamsRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogLoggedModelParamsRequestResponse'];
        };
      };
    };
  };
  setLoggedModelTags: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetLoggedModelTags'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetLoggedModelTagsResponse'];
        };
      };
    };
  };
  deleteLoggedModelTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
        tag_key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteLoggedModelTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteLoggedModelTagResponse'];
        };
      };
    };
  };
  getMetricHistory: {
    parameters: {
      query?: {
        run_id?: string;
        run_uuid?: string;
        metric_key?: string;
        page_token?: string;
        max_results?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetMetricHistoryResponse'];
        };
      };
    };
  };
  getMetricHistoryBulkInterval: {
    parameters: {
      query?: {
        run_ids?: string[];
        metric_key?: string;
        start_step?: number;
        end_step?: number;
        max_results?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetMetricHistoryBulkIntervalResponse'];
        };
      };
    };
  };
  createRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRun'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateRunResponse'];
        };
      };
    };
  };
  deleteRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteRun'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteRunResponse'];
        };
      };
    };
  };
  deleteTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteTagResponse'];
        };
      };
    };
  };
  getRun: {
    parameters: {
      query?: {
        run_id?: string;
        run_uuid?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetRunResponse'];
        };
      };
    };
  };
  logBatch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogBatch'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogBatchResponse'];
        };
      };
    };
  };
  logInputs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogInputs'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogInputsResponse'];
        };
      };
    };
  };
  logMetric: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogMetric'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogMetricResponse'];
        };
      };
    };
  };
  logModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogModelResponse'];
        };
      };
    };
  };
  logParam: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogParam'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogParamResponse'];
        };
      };
    };
  };
  logOutputs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LogOutputs'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogOutputsResponse'];
        };
      };
    };
  };
  restoreRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RestoreRun'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RestoreRunResponse'];
        };
      };
    };
  };
  searchRuns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchRuns'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchRunsResponse'];
        };
      };
    };
  };
  setTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetTagResponse'];
        };
      };
    };
  };
  updateRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRun'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateRunResponse'];
        };
      };
    };
  };
  createBudgetPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteBudgetPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getBudgetPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listBudgetPolicies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateBudgetPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listBudgetWindows: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createEndpointBinding: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteEndpointBinding: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listEndpointBindings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteGatewayEndpointTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGatewayEndpoints: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  attachModelToEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  detachModelFromEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  setGatewayEndpointTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateGatewayEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  addGuardrailToEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createGatewayGuardrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteGatewayGuardrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getGatewayGuardrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGatewayGuardrails: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listEndpointGuardrailConfigs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  removeGuardrailFromEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateEndpointGuardrailConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createGatewayModelDefinition: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteGatewayModelDefinition: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getGatewayModelDefinition: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGatewayModelDefinitions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateGatewayModelDefinition: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createGatewaySecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteGatewaySecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getGatewaySecretInfo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGatewaySecretInfos: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateGatewaySecret: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createPromptOptimizationJob: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  searchPromptOptimizationJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getPromptOptimizationJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deletePromptOptimizationJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  cancelPromptOptimizationJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        job_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getServerInfo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Abilities. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
    };
  };
  postGatewayAnthropicV1Messages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayGeminiV1betaModelsEndpointNameGenerateContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayGeminiV1betaModelsEndpointNameStreamGenerateContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayMlflowV1ChatCompletions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getGatewayMlflowV1Models: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayOpenaiV1ChatCompletions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayOpenaiV1Embeddings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayOpenaiV1Responses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayOpenaiV1ResponsesCompact: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayProxyEndpointNamePath: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint_name: string;
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayTypesafeV1Systemone: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  postGatewayEndpointNameMlflowInvocations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getArtifact: {
    parameters: {
      query?: {
        run_id?: string;
        run_uuid?: string;
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes of the file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Readable;
        };
      };
    };
  };
  health: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Plain text. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
    };
  };
  version: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Plain text. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
    };
  };
  createExperimentPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          experiment_id?: string;
          username?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentPermissionAnswer'];
        };
      };
    };
  };
  deleteExperimentPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          experiment_id?: string;
          username?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getExperimentPermission: {
    parameters: {
      query?: {
        experiment_id?: string;
        username?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExperimentPermissionAnswer'];
        };
      };
    };
  };
  updateExperimentPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          experiment_id?: string;
          username?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  createRegisteredModelPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          username?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredModelPermissionAnswer'];
        };
      };
    };
  };
  deleteRegisteredModelPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          username?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getRegisteredModelPermission: {
    parameters: {
      query?: {
        name?: string;
        username?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredModelPermissionAnswer'];
        };
      };
    };
  };
  updateRegisteredModelPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          username?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          password?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserAnswer'];
        };
      };
    };
  };
  getCurrentUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CurrentUser'];
        };
      };
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: {
        username?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserAnswer'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            users?: components['schemas']['AccessUser'][];
          };
        };
      };
    };
  };
  updateUserAdmin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          is_admin?: boolean;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  updateUserPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          password?: string;
          current_password?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  assignRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          /** Format: int32 */
          role_id?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            assignment?: components['schemas']['RoleAssignment'];
          };
        };
      };
    };
  };
  createRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          workspace?: string;
          description?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role?: components['schemas']['AccessRole'];
          };
        };
      };
    };
  };
  deleteRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: int32 */
          role_id?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getRole: {
    parameters: {
      query?: {
        role_id?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role?: components['schemas']['AccessRole'];
          };
        };
      };
    };
  };
  listRoles: {
    parameters: {
      query?: {
        workspace?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            roles?: components['schemas']['AccessRole'][];
          };
        };
      };
    };
  };
  addRolePermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: int32 */
          role_id?: number;
          resource_type?: string;
          resource_pattern?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role_permission?: components['schemas']['RolePermission'];
          };
        };
      };
    };
  };
  listRolePermissions: {
    parameters: {
      query?: {
        role_id?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role_permissions?: components['schemas']['RolePermission'][];
          };
        };
      };
    };
  };
  removeRolePermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: int32 */
          role_permission_id?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  updateRolePermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: int32 */
          role_permission_id?: number;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role_permission?: components['schemas']['RolePermission'];
          };
        };
      };
    };
  };
  unassignRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          /** Format: int32 */
          role_id?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  updateRole: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: int32 */
          role_id?: number;
          name?: string;
          description?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            role?: components['schemas']['AccessRole'];
          };
        };
      };
    };
  };
  listRoleUsers: {
    parameters: {
      query?: {
        role_id?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            assignments?: components['schemas']['RoleAssignment'][];
          };
        };
      };
    };
  };
  listCurrentUserPermissions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPermissions'];
        };
      };
    };
  };
  getUserPermission: {
    parameters: {
      query?: {
        username?: string;
        resource_type?: string;
        resource_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            allowed?: boolean;
            permission?: string;
          };
        };
      };
    };
  };
  grantUserPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          resource_type?: string;
          resource_id?: string;
          permission?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  listUserPermissions: {
    parameters: {
      query?: {
        username?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPermissions'];
        };
      };
    };
  };
  revokeUserPermission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username?: string;
          resource_type?: string;
          resource_id?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  listUserRoles: {
    parameters: {
      query?: {
        username?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            roles?: components['schemas']['AccessRole'][];
          };
        };
      };
    };
  };
  createUserByForm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createDataset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDataset'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateDatasetResponse'];
        };
      };
    };
  };
  searchEvaluationDatasets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchEvaluationDatasets'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchEvaluationDatasetsResponse'];
        };
      };
    };
  };
  getDataset: {
    parameters: {
      query?: {
        page_token?: string;
      };
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDatasetResponse'];
        };
      };
    };
  };
  deleteDataset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteDataset'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteDatasetResponse'];
        };
      };
    };
  };
  addDatasetToExperiments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddDatasetToExperiments'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddDatasetToExperimentsResponse'];
        };
      };
    };
  };
  getDatasetExperimentIds: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDatasetExperimentIdsResponse'];
        };
      };
    };
  };
  getDatasetRecords: {
    parameters: {
      query?: {
        max_results?: number;
        page_token?: string;
      };
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetDatasetRecordsResponse'];
        };
      };
    };
  };
  upsertDatasetRecords: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpsertDatasetRecords'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpsertDatasetRecordsResponse'];
        };
      };
    };
  };
  deleteDatasetRecords: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteDatasetRecords'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteDatasetRecordsResponse'];
        };
      };
    };
  };
  removeDatasetFromExperiments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveDatasetFromExperiments'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemoveDatasetFromExperimentsResponse'];
        };
      };
    };
  };
  setDatasetTags: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetDatasetTags'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetDatasetTagsResponse'];
        };
      };
    };
  };
  deleteDatasetTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dataset_id: string;
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteDatasetTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteDatasetTagResponse'];
        };
      };
    };
  };
  createLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['label_schemasCreateLabelSchema'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasCreateLabelSchemaResponse'];
        };
      };
    };
  };
  deleteLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['label_schemasDeleteLabelSchema'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasDeleteLabelSchemaResponse'];
        };
      };
    };
  };
  getLabelSchema: {
    parameters: {
      query?: {
        schema_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasGetLabelSchemaResponse'];
        };
      };
    };
  };
  getLabelSchemaByName: {
    parameters: {
      query?: {
        experiment_id?: string;
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasGetLabelSchemaByNameResponse'];
        };
      };
    };
  };
  listLabelSchemas: {
    parameters: {
      query?: {
        experiment_id?: string;
        max_results?: number;
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasListLabelSchemasResponse'];
        };
      };
    };
  };
  updateLabelSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['label_schemasUpdateLabelSchema'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['label_schemasUpdateLabelSchemaResponse'];
        };
      };
    };
  };
  createReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesCreateReviewQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesCreateReviewQueueResponse'];
        };
      };
    };
  };
  deleteReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesDeleteReviewQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesDeleteReviewQueueResponse'];
        };
      };
    };
  };
  getReviewQueue: {
    parameters: {
      query?: {
        queue_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesGetReviewQueueResponse'];
        };
      };
    };
  };
  getReviewQueueByName: {
    parameters: {
      query?: {
        experiment_id?: string;
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesGetReviewQueueByNameResponse'];
        };
      };
    };
  };
  getOrCreateUserQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesGetOrCreateUserQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesGetOrCreateUserQueueResponse'];
        };
      };
    };
  };
  addItemsToReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesAddItemsToReviewQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesAddItemsToReviewQueueResponse'];
        };
      };
    };
  };
  listReviewQueueItems: {
    parameters: {
      query?: {
        queue_id?: string;
        status?: components['schemas']['review_queuesReviewStatus'];
        max_results?: number;
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesListReviewQueueItemsResponse'];
        };
      };
    };
  };
  removeItemsFromReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesRemoveItemsFromReviewQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesRemoveItemsFromReviewQueueResponse'];
        };
      };
    };
  };
  setReviewQueueItemStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesSetReviewQueueItemStatus'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesSetReviewQueueItemStatusResponse'];
        };
      };
    };
  };
  listReviewQueues: {
    parameters: {
      query?: {
        experiment_id?: string;
        user?: string;
        max_results?: number;
        page_token?: string;
        item_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesListReviewQueuesResponse'];
        };
      };
    };
  };
  updateReviewQueue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['review_queuesUpdateReviewQueue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['review_queuesUpdateReviewQueueResponse'];
        };
      };
    };
  };
  deleteScorer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteScorer'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteScorerResponse'];
        };
      };
    };
  };
  getScorer: {
    parameters: {
      query?: {
        experiment_id?: string;
        name?: string;
        version?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetScorerResponse'];
        };
      };
    };
  };
  listScorers: {
    parameters: {
      query?: {
        experiment_id?: string;
        experiment_ids?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListScorersResponse'];
        };
      };
    };
  };
  upsertOnlineScoringConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          experiment_id?: string;
          name?: string;
          /** Format: double */
          sample_rate?: number;
          filter_string?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            config?: components['schemas']['OnlineScoringConfig'];
          };
        };
      };
    };
  };
  getOnlineScoringConfigs: {
    parameters: {
      query?: {
        scorer_ids?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            configs?: components['schemas']['OnlineScoringConfig'][];
          };
        };
      };
    };
  };
  registerScorer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterScorer'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterScorerResponse'];
        };
      };
    };
  };
  listScorerVersions: {
    parameters: {
      query?: {
        experiment_id?: string;
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListScorerVersionsResponse'];
        };
      };
    };
  };
  searchMcpServers: {
    parameters: {
      query?: {
        filter_string?: string;
        max_results?: number;
        order_by?: string[];
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerPage'];
        };
      };
    };
  };
  createMcpServer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMcpServer'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServer'];
        };
      };
    };
  };
  searchAllAccessEndpoints: {
    parameters: {
      query?: {
        filter_string?: string;
        max_results?: number;
        order_by?: string[];
        page_token?: string;
        server_version?: string;
        server_alias?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpEndpointPage'];
        };
      };
    };
  };
  getMcpServer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServer'];
        };
      };
    };
  };
  deleteMcpServer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  updateMcpServer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMcpServer'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServer'];
        };
      };
    };
  };
  setMcpServerAlias: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMcpAlias'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  getVersionByAlias: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        alias: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerVersion'];
        };
      };
    };
  };
  deleteMcpServerAlias: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        alias: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  searchServerAccessEndpoints: {
    parameters: {
      query?: {
        filter_string?: string;
        max_results?: number;
        order_by?: string[];
        page_token?: string;
        server_version?: string;
        server_alias?: string;
      };
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpEndpointPage'];
        };
      };
    };
  };
  createMcpAccessEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMcpEndpoint'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpEndpoint'];
        };
      };
    };
  };
  getMcpAccessEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpEndpoint'];
        };
      };
    };
  };
  deleteMcpAccessEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  updateMcpAccessEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        endpoint_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMcpEndpoint'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpEndpoint'];
        };
      };
    };
  };
  setMcpServerTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMcpTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  deleteMcpServerTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        tag_key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  searchMcpServerVersions: {
    parameters: {
      query?: {
        filter_string?: string;
        max_results?: number;
        order_by?: string[];
        page_token?: string;
      };
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerVersionPage'];
        };
      };
    };
  };
  createMcpServerVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateMcpServerVersion'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerVersion'];
        };
      };
    };
  };
  getMcpServerVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerVersion'];
        };
      };
    };
  };
  deleteMcpServerVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  updateMcpServerVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMcpServerVersion'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpServerVersion'];
        };
      };
    };
  };
  setMcpServerVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMcpTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  deleteMcpServerVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        server_name: string;
        version: string;
        tag_key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['McpDone'];
        };
      };
    };
  };
  serveUi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  serveStaticFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
    };
  };
  serveBuild: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        filename: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not served. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  serveGetUiTelemetry: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Always switched off. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            disable_ui_telemetry: boolean;
            disable_ui_events: string[];
            ui_rollout_percentage: number;
          };
        };
      };
    };
  };
  servePostUiTelemetry: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          records?: Record<string, never>[];
        };
      };
    };
    responses: {
      /** @description Thrown away. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'success' | 'disabled';
          };
        };
      };
    };
  };
  graphql: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GraphqlRequest'];
      };
    };
    responses: {
      /** @description What was found, and the sentences of what went wrong. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: Record<string, never> | null;
            errors: string[] | null;
          };
        };
      };
    };
  };
  createModelVersion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateModelVersion'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateModelVersionResponse'];
        };
      };
    };
  };
  deleteModelVersion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteModelVersion'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteModelVersionResponse'];
        };
      };
    };
  };
  deleteModelVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteModelVersionTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteModelVersionTagResponse'];
        };
      };
    };
  };
  getModelVersion: {
    parameters: {
      query?: {
        name?: string;
        version?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetModelVersionResponse'];
        };
      };
    };
  };
  getModelVersionDownloadUri: {
    parameters: {
      query?: {
        name?: string;
        version?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetModelVersionDownloadUriResponse'];
        };
      };
    };
  };
  searchModelVersions: {
    parameters: {
      query?: {
        filter?: string;
        max_results?: bigint;
        order_by?: string[];
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchModelVersionsResponse'];
        };
      };
    };
  };
  setModelVersionTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetModelVersionTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetModelVersionTagResponse'];
        };
      };
    };
  };
  transitionModelVersionStage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransitionModelVersionStage'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransitionModelVersionStageResponse'];
        };
      };
    };
  };
  updateModelVersion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateModelVersion'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateModelVersionResponse'];
        };
      };
    };
  };
  getModelVersionByAlias: {
    parameters: {
      query?: {
        name?: string;
        alias?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetModelVersionByAliasResponse'];
        };
      };
    };
  };
  setRegisteredModelAlias: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetRegisteredModelAlias'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetRegisteredModelAliasResponse'];
        };
      };
    };
  };
  deleteRegisteredModelAlias: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteRegisteredModelAlias'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteRegisteredModelAliasResponse'];
        };
      };
    };
  };
  createRegisteredModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRegisteredModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateRegisteredModelResponse'];
        };
      };
    };
  };
  deleteRegisteredModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteRegisteredModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteRegisteredModelResponse'];
        };
      };
    };
  };
  deleteRegisteredModelTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteRegisteredModelTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteRegisteredModelTagResponse'];
        };
      };
    };
  };
  getRegisteredModel: {
    parameters: {
      query?: {
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetRegisteredModelResponse'];
        };
      };
    };
  };
  getLatestVersions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GetLatestVersions'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetLatestVersionsResponse'];
        };
      };
    };
  };
  renameRegisteredModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenameRegisteredModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RenameRegisteredModelResponse'];
        };
      };
    };
  };
  searchRegisteredModels: {
    parameters: {
      query?: {
        filter?: string;
        max_results?: bigint;
        order_by?: string[];
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchRegisteredModelsResponse'];
        };
      };
    };
  };
  setRegisteredModelTag: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetRegisteredModelTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetRegisteredModelTagResponse'];
        };
      };
    };
  };
  updateRegisteredModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateRegisteredModel'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateRegisteredModelResponse'];
        };
      };
    };
  };
  serveModelVersionArtifact: {
    parameters: {
      query?: {
        name?: string;
        version?: string;
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getTraceArtifact: {
    parameters: {
      query?: {
        request_id?: string;
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  getTraceArtifactV3: {
    parameters: {
      query?: {
        request_id?: string;
        path?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  searchTraces: {
    parameters: {
      query?: {
        experiment_ids?: string[];
        filter?: string;
        max_results?: number;
        order_by?: string[];
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchTracesResponse'];
        };
      };
    };
  };
  startTrace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartTrace'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartTraceResponse'];
        };
      };
    };
  };
  deleteTraces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTraces'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteTracesResponse'];
        };
      };
    };
  };
  linkPromptsToTrace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkPromptsToTrace'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkPromptsToTraceResponse'];
        };
      };
    };
  };
  linkTracesToRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkTracesToRun'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkTracesToRunResponse'];
        };
      };
    };
  };
  endTrace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndTrace'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndTraceResponse'];
        };
      };
    };
  };
  getTraceInfo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTraceInfoResponse'];
        };
      };
    };
  };
  deleteTraceTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTraceTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteTraceTagResponse'];
        };
      };
    };
  };
  setTraceTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTraceTag'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetTraceTagResponse'];
        };
      };
    };
  };
  createIssue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['issuesCreateIssue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['issuesCreateIssueResponse'];
        };
      };
    };
  };
  searchIssues: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['issuesSearchIssues'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['issuesSearchIssuesResponse'];
        };
      };
    };
  };
  getIssue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        issue_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['issuesGetIssueResponse'];
        };
      };
    };
  };
  updateIssue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        issue_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['issuesUpdateIssue'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['issuesUpdateIssueResponse'];
        };
      };
    };
  };
  startTraceV3: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartTraceV3'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartTraceV3Response'];
        };
      };
    };
  };
  batchGetTraces: {
    parameters: {
      query?: {
        trace_ids?: string[];
        experiment_ids?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetTracesResponse'];
        };
      };
    };
  };
  batchGetTraceInfos: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchGetTraceInfos'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetTraceInfosResponse'];
        };
      };
    };
  };
  calculateTraceFilterCorrelation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalculateTraceFilterCorrelation'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalculateTraceFilterCorrelationResponse'];
        };
      };
    };
  };
  deleteTracesV3: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTracesV3'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteTracesV3Response'];
        };
      };
    };
  };
  getTrace: {
    parameters: {
      query?: {
        trace_id?: string;
        allow_partial?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTraceResponse'];
        };
      };
    };
  };
  queryTraceMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QueryTraceMetrics'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueryTraceMetricsResponse'];
        };
      };
    };
  };
  searchTracesV3: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchTracesV3'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchTracesV3Response'];
        };
      };
    };
  };
  getTraceInfoV3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetTraceInfoV3Response'];
        };
      };
    };
  };
  createAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAssessment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateAssessmentResponse'];
        };
      };
    };
  };
  getAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetAssessmentRequestResponse'];
        };
      };
    };
  };
  deleteAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteAssessment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteAssessmentResponse'];
        };
      };
    };
  };
  updateAssessment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
        assessment_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateAssessment'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateAssessmentResponse'];
        };
      };
    };
  };
  deleteTraceTagV3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteTraceTagV3'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteTraceTagV3Response'];
        };
      };
    };
  };
  setTraceTagV3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetTraceTagV3'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetTraceTagV3Response'];
        };
      };
    };
  };
  exportSpans: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': Readable;
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        max_results?: number;
        page_token?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListWebhooksResponse'];
        };
      };
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhook'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreateWebhookResponse'];
        };
      };
    };
  };
  getWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetWebhookResponse'];
        };
      };
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeleteWebhook'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeleteWebhookResponse'];
        };
      };
    };
  };
  updateWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateWebhook'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateWebhookResponse'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhook_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TestWebhook'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TestWebhookResponse'];
        };
      };
    };
  };
  listWorkspaces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListWorkspacesResponse'];
        };
      };
    };
  };
  createWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWorkspace'];
      };
    };
    responses: {
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateWorkspaceResponse'];
        };
      };
    };
  };
  getWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        workspace_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GetWorkspaceResponse'];
        };
      };
    };
  };
  deleteWorkspace: {
    parameters: {
      query?: {
        mode?: string;
      };
      header?: never;
      path: {
        workspace_name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        workspace_name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateWorkspace'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateWorkspaceResponse'];
        };
      };
    };
  };
}
