/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/auth.login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a session and gives its token. */
    post: operations['auth.login'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the session of the token. */
    post: operations['auth.logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.get_token_for_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a session for another user. */
    post: operations['auth.get_token_for_user'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.validate_token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says whether a token holds and whose it is. */
    post: operations['auth.validate_token'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.create_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a user. */
    post: operations['auth.create_user'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.create_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a key pair; its secret is told this once. */
    post: operations['auth.create_credentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.get_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the caller's key pairs without their secrets. */
    post: operations['auth.get_credentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.edit_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the label of a key pair. */
    post: operations['auth.edit_credentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.revoke_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a key pair. */
    post: operations['auth.revoke_credentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.edit_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the role of a user. */
    post: operations['auth.edit_user'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth.fixed_users_mode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says whether users sign in by name and password. */
    post: operations['auth.fixed_users_mode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/debug.ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers as soon as requests are served. */
    post: operations['debug.ping'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs one event of a task or model. */
    post: operations['events.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.add_batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs many events; an invalid one is counted and the rest stored. */
    post: operations['events.add_batch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.delete_for_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes all events of a task. */
    post: operations['events.delete_for_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.delete_for_model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes all events of a model. */
    post: operations['events.delete_for_model'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.debug_images': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the newest images of tasks by metric and iteration. */
    post: operations['events.debug_images'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the newest plots of tasks by metric and iteration. */
    post: operations['events.plots'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_debug_image_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one image of a metric and where its neighbours are. */
    post: operations['events.get_debug_image_sample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.next_debug_image_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes on to the next image of a scroll. */
    post: operations['events.next_debug_image_sample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_plot_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the plots of one metric at an iteration. */
    post: operations['events.get_plot_sample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.next_plot_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes on to the next plots of a scroll. */
    post: operations['events.next_plot_sample'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the metrics that tasks have events of. */
    post: operations['events.get_task_metrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_multi_task_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the metrics and variants that tasks have in common or altogether. */
    post: operations['events.get_multi_task_metrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads a page of a task's console lines. */
    post: operations['events.get_task_log'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads a page of a task's events of one kind. */
    post: operations['events.get_task_events'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.download_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Streams all console lines of a task. */
    post: operations['events.download_task_log'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the newest plots of a task. */
    post: operations['events.get_task_plots'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_multi_task_plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the newest plots of several tasks, side by side. */
    post: operations['events.get_multi_task_plots'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_vector_metrics_and_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the vectors a task reported. */
    post: operations['events.get_vector_metrics_and_variants'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.vector_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one vector of a task over its iterations. */
    post: operations['events.vector_metrics_iter_histogram'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.scalar_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the curves of a task, thinned out to so many points. */
    post: operations['events.scalar_metrics_iter_histogram'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.multi_task_scalar_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the curves of several tasks, side by side. */
    post: operations['events.multi_task_scalar_metrics_iter_histogram'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_single_value_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the values that tasks reported once. */
    post: operations['events.get_task_single_value_metrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_task_latest_scalar_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the last value of each curve of a task. */
    post: operations['events.get_task_latest_scalar_values'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_scalar_metrics_and_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the curves of a task. */
    post: operations['events.get_scalar_metrics_and_variants'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.get_scalar_metric_data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads a page of the points of one metric. */
    post: operations['events.get_scalar_metric_data'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.scalar_metrics_iter_raw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads a page of the points of one metric as they were sent. */
    post: operations['events.scalar_metrics_iter_raw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.clear_scroll': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives up a scroll. */
    post: operations['events.clear_scroll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events.clear_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes old console lines of a task. */
    post: operations['events.clear_task_log'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login.supported_modes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says in which ways one can sign in. */
    post: operations['login.supported_modes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the session of a browser. */
    post: operations['login.logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one model. */
    post: operations['models.get_by_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_by_task_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the model of a task; has moved since 2.13. */
    post: operations['models.get_by_task_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_by_id_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads models by their ids with what they refer to. */
    post: operations['models.get_by_id_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists models with what they refer to. */
    post: operations['models.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists models. */
    post: operations['models.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.get_frameworks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the frameworks of models. */
    post: operations['models.get_frameworks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.update_for_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes or changes the model of a task; has moved since 2.13. */
    post: operations['models.update_for_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a model. */
    post: operations['models.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes any field of a model. */
    post: operations['models.edit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes what is said of a model. */
    post: operations['models.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.publish_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks models ready. */
    post: operations['models.publish_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.set_ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks a model ready, and the task that made it published if asked. */
    post: operations['models.set_ready'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.archive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts models away. */
    post: operations['models.archive_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.unarchive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes models back. */
    post: operations['models.unarchive_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes models. */
    post: operations['models.delete_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a model. */
    post: operations['models.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets other companies read models. */
    post: operations['models.make_public'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes that back. */
    post: operations['models.make_private'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves models to another project. */
    post: operations['models.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.add_or_update_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets metadata of a model. */
    post: operations['models.add_or_update_metadata'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.delete_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes metadata of a model. */
    post: operations['models.delete_metadata'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models.update_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds and removes tags of models. */
    post: operations['models.update_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.get_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the tags of tasks and models. */
    post: operations['organization.get_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.get_user_companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the companies the caller belongs to. */
    post: operations['organization.get_user_companies'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.get_entities_count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts entities that queries find. */
    post: operations['organization.get_entities_count'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.prepare_download_for_get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Prepares the download of a listing as a table. */
    post: operations['organization.prepare_download_for_get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.download_for_get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Streams a listing that was prepared. */
    post: operations['organization.download_for_get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organization.get_project_usages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sums up what projects use. */
    post: operations['organization.get_project_usages'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines.delete_runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes runs of a pipeline with their steps. */
    post: operations['pipelines.delete_runs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines.start_pipeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Clones a pipeline's task and queues the copy. */
    post: operations['pipelines.start_pipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a project and those above it that are missing. */
    post: operations['projects.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one project. */
    post: operations['projects.get_by_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists projects. */
    post: operations['projects.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists projects with statistics of their contents. */
    post: operations['projects.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes what is said of a project, and the last part of its name. */
    post: operations['projects.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a project with all below it. */
    post: operations['projects.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves the contents of a project into another. */
    post: operations['projects.merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.validate_delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts what deleting a project would take along. */
    post: operations['projects.validate_delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a project, its contents too if asked. */
    post: operations['projects.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_unique_metric_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the metrics of a project's tasks or models. */
    post: operations['projects.get_unique_metric_variants'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_hyperparam_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the values one hyperparameter has in a project. */
    post: operations['projects.get_hyperparam_values'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_hyper_parameters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the hyperparameters of a project's tasks. */
    post: operations['projects.get_hyper_parameters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_model_metadata_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the values one metadata key has in a project. */
    post: operations['projects.get_model_metadata_values'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_model_metadata_keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the metadata keys of a project's models. */
    post: operations['projects.get_model_metadata_keys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_project_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the tags of projects. */
    post: operations['projects.get_project_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_task_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the tags of a project's tasks. */
    post: operations['projects.get_task_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_model_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the tags of a project's models. */
    post: operations['projects.get_model_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets other companies read projects. */
    post: operations['projects.make_public'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes that back. */
    post: operations['projects.make_private'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_task_parents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the tasks of projects that other tasks came from. */
    post: operations['projects.get_task_parents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects.get_user_names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the users who work in projects. */
    post: operations['projects.get_user_names'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one queue with its entries. */
    post: operations['queues.get_by_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists queues with their workers and the names of their tasks. */
    post: operations['queues.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists queues. */
    post: operations['queues.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_default': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the default queue. */
    post: operations['queues.get_default'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a queue. */
    post: operations['queues.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the name and tags of a queue. */
    post: operations['queues.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a queue. */
    post: operations['queues.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.add_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a task at the end of a queue. */
    post: operations['queues.add_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_next_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the first task out of a queue. */
    post: operations['queues.get_next_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.remove_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes a task from a queue. */
    post: operations['queues.remove_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.clear_queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes all tasks from a queue. */
    post: operations['queues.clear_queue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.move_task_forward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a task towards the head of its queue. */
    post: operations['queues.move_task_forward'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.move_task_backward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a task towards the end of its queue. */
    post: operations['queues.move_task_backward'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.move_task_to_front': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a task to the head of its queue. */
    post: operations['queues.move_task_to_front'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.move_task_to_back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a task to the end of its queue. */
    post: operations['queues.move_task_to_back'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_queue_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads how long queues were and how long tasks waited. */
    post: operations['queues.get_queue_metrics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.add_or_update_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets metadata of a queue. */
    post: operations['queues.add_or_update_metadata'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.delete_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes metadata of a queue. */
    post: operations['queues.delete_metadata'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.peek_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows the first task of a queue and leaves it there. */
    post: operations['queues.peek_task'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/queues.get_num_entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts the tasks in a queue. */
    post: operations['queues.get_num_entries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a report. */
    post: operations['reports.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a report. */
    post: operations['reports.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves a report to another project. */
    post: operations['reports.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publishes a report. */
    post: operations['reports.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a report away. */
    post: operations['reports.archive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.unarchive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a report back. */
    post: operations['reports.unarchive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a report. */
    post: operations['reports.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.get_task_data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the tasks and events a report shows. */
    post: operations['reports.get_task_data'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists reports with what they refer to. */
    post: operations['reports.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports.get_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the tags of reports. */
    post: operations['reports.get_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/server.get_stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts entities for the maker's statistics. */
    post: operations['server.get_stats'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/server.config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows the configuration of the server. */
    post: operations['server.config'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/server.info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the version that is spoken. */
    post: operations['server.info'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/server.endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the calls that are served. */
    post: operations['server.endpoints'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/server.report_stats_option': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says whether statistics are reported to the maker. */
    post: operations['server.report_stats_option'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.register_container': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Announces a container that serves models. */
    post: operations['serving.register_container'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.unregister_container': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a serving container off the list. */
    post: operations['serving.unregister_container'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.container_status_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes that a serving container lives and how it does. */
    post: operations['serving.container_status_report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.get_endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the endpoints that serve models. */
    post: operations['serving.get_endpoints'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.get_loading_instances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the containers that have not begun to serve. */
    post: operations['serving.get_loading_instances'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.get_endpoint_details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one serving endpoint with its containers. */
    post: operations['serving.get_endpoint_details'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/serving.get_endpoint_metrics_history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads how an endpoint did over time. */
    post: operations['serving.get_endpoint_metrics_history'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage.set_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets with which keys external storage is cleaned up. */
    post: operations['storage.set_settings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage.reset_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forgets those keys. */
    post: operations['storage.reset_settings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/storage.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads those settings. */
    post: operations['storage.get_settings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one task. */
    post: operations['tasks.get_by_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_by_id_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads tasks by their ids with what they refer to. */
    post: operations['tasks.get_by_id_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists tasks with what they refer to. */
    post: operations['tasks.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists tasks. */
    post: operations['tasks.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the types of tasks in projects. */
    post: operations['tasks.get_types'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.clone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Copies a task to be run again. */
    post: operations['tasks.clone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.edit_runtime': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets and removes runtime properties. */
    post: operations['tasks.edit_runtime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.add_or_update_model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes a model a task used or made. */
    post: operations['tasks.add_or_update_model'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete_models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes models from the lists of a task. */
    post: operations['tasks.delete_models'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a task. */
    post: operations['tasks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Checks whether a task could be added. */
    post: operations['tasks.validate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes what is said of a task. */
    post: operations['tasks.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.update_batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes what is said of many tasks. */
    post: operations['tasks.update_batch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes any field of a task. */
    post: operations['tasks.edit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a task as if it had never run. */
    post: operations['tasks.reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.reset_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resets tasks. */
    post: operations['tasks.reset_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes tasks. */
    post: operations['tasks.delete_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a task with its events. */
    post: operations['tasks.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts tasks away. */
    post: operations['tasks.archive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.archive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts tasks away, each for itself. */
    post: operations['tasks.archive_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.unarchive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes tasks back. */
    post: operations['tasks.unarchive_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.started': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a task runs. */
    post: operations['tasks.started'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks a running task to stop. */
    post: operations['tasks.stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.stop_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks tasks to stop. */
    post: operations['tasks.stop_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.stopped': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a task has stopped. */
    post: operations['tasks.stopped'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a task has failed. */
    post: operations['tasks.failed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a task. */
    post: operations['tasks.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publishes a task, so that it changes no more. */
    post: operations['tasks.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.publish_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publishes tasks. */
    post: operations['tasks.publish_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.enqueue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a task into a queue. */
    post: operations['tasks.enqueue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.enqueue_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts tasks into a queue. */
    post: operations['tasks.enqueue_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.dequeue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a task out of its queue. */
    post: operations['tasks.dequeue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.dequeue_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes tasks out of their queues. */
    post: operations['tasks.dequeue_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.set_requirements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets the packages a task needs. */
    post: operations['tasks.set_requirements'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.completed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a task is done. */
    post: operations['tasks.completed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that a task lives. */
    post: operations['tasks.ping'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.add_or_update_artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes artifacts of a task. */
    post: operations['tasks.add_or_update_artifacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete_artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes artifacts from the list of a task. */
    post: operations['tasks.delete_artifacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets other companies read tasks. */
    post: operations['tasks.make_public'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes that back. */
    post: operations['tasks.make_private'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the hyperparameters of tasks. */
    post: operations['tasks.get_hyper_params'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.edit_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets hyperparameters of a task. */
    post: operations['tasks.edit_hyper_params'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes hyperparameters of a task. */
    post: operations['tasks.delete_hyper_params'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_configurations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads configuration texts of tasks. */
    post: operations['tasks.get_configurations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.get_configuration_names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names the configuration texts of tasks. */
    post: operations['tasks.get_configuration_names'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.edit_configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets configuration texts of a task. */
    post: operations['tasks.edit_configuration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.delete_configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes configuration texts of a task. */
    post: operations['tasks.delete_configuration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves tasks to another project. */
    post: operations['tasks.move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tasks.update_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds and removes tags of tasks. */
    post: operations['tasks.update_tags'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads one user. */
    post: operations['users.get_by_id'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.get_current_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the caller. */
    post: operations['users.get_current_user'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists users with their roles. */
    post: operations['users.get_all_ex'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists users. */
    post: operations['users.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes a user. */
    post: operations['users.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a user's profile. */
    post: operations['users.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a user's profile. */
    post: operations['users.update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.get_preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the caller's preferences. */
    post: operations['users.get_preferences'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users.set_preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the caller's preferences. */
    post: operations['users.set_preferences'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lists the workers heard of lately. */
    post: operations['workers.get_all'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.get_count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Counts the workers heard of lately. */
    post: operations['workers.get_count'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Announces a worker. */
    post: operations['workers.register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.unregister': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a worker off the list. */
    post: operations['workers.unregister'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.status_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Notes that a worker lives, what it runs and how its machine does. */
    post: operations['workers.status_report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.get_metric_keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names what machines report. */
    post: operations['workers.get_metric_keys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.get_stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads how machines did over time. */
    post: operations['workers.get_stats'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/workers.get_activity_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads how many workers lived and worked over time. */
    post: operations['workers.get_activity_report'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ActivitySeries: {
      dates?: number[];
      counts?: number[];
    };
    AggregationStats: {
      aggregation?: components['schemas']['AggregationType'];
      dates?: number[];
      values?: number[];
      resource_series?: components['schemas']['MetricResourceSeries'][];
    };
    /** @enum {string} */
    AggregationType: 'avg' | 'min' | 'max';
    Artifact: {
      key: string;
      type: string;
      mode?: components['schemas']['ArtifactMode'];
      uri?: string;
      content_size?: number;
      hash?: string;
      timestamp?: number;
      type_data?: components['schemas']['ArtifactTypeData'];
      display_data?: string[][];
    };
    ArtifactId: {
      key: string;
      mode?: components['schemas']['ArtifactMode'];
    };
    /** @enum {string} */
    ArtifactMode: 'input' | 'output';
    ArtifactTypeData: {
      preview?: string;
      content_type?: string;
      data_hash?: string;
    };
    Aws: {
      key?: string;
      secret?: string;
      region?: string;
      token?: string;
      use_credentials_chain?: boolean;
      buckets?: components['schemas']['AwsBucket'][];
    };
    AwsBucket: {
      bucket?: string;
      subdir?: string;
      host?: string;
      key?: string;
      secret?: string;
      token?: string;
      multipart?: boolean;
      acl?: string;
      secure?: boolean;
      region?: string;
      verify?: boolean;
      use_credentials_chain?: boolean;
    };
    Azure: {
      containers?: components['schemas']['AzureContainer'][];
    };
    AzureContainer: {
      account_name?: string;
      account_key?: string;
      container_name?: string;
    };
    ConfigurationItem: {
      name?: string;
      value?: string;
      type?: string;
      description?: string;
    };
    ContainerInfo: {
      endpoint?: string;
      model?: string;
      url?: string;
      model_source?: string;
      model_version?: string;
      preprocess_artifact?: string;
      input_type?: string;
      input_size?: string;
      id?: string;
      uptime_sec?: number;
      last_update?: string;
      age_sec?: number;
    };
    ContainerInstanceStats: {
      id?: string;
      uptime_sec?: number;
      requests?: number;
      requests_min?: number;
      latency_ms?: number;
      last_update?: string;
      cpu_count?: number;
      gpu_count?: number;
      reference?: {
        /** @enum {string} */
        type?: 'app_id' | 'app_instance' | 'model' | 'task' | 'url';
        value?: string;
      }[];
    };
    CredentialKey: {
      access_key?: string;
      label?: string;
      last_used?: string;
      last_used_from?: string;
    };
    Credentials: {
      access_key?: string;
      secret_key?: string;
      label?: string;
    };
    CurrentTaskEntry: {
      id?: string;
      name?: string;
      running_time?: number;
      last_iteration?: number;
    };
    DebugImageSampleResponse: {
      scroll_id?: string | null;
      event?: {
        [key: string]: unknown;
      };
      min_iteration?: number;
      max_iteration?: number;
    };
    DebugImagesResponse: {
      scroll_id?: string | null;
      metrics?: components['schemas']['DebugImagesResponseTaskMetrics'][];
    };
    DebugImagesResponseTaskMetrics: {
      task?: string;
      iterations?: {
        iter?: number;
        events?: {
          [key: string]: unknown;
        }[];
      }[];
    };
    EndpointStats: {
      endpoint?: string;
      model?: string;
      url?: string;
      instances?: number;
      uptime_sec?: number;
      requests?: number;
      requests_min?: number;
      latency_ms?: number;
      last_update?: string;
    };
    Entry: {
      task?: string;
      added?: string;
    };
    /** @enum {string} */
    EventType: 'training_stats_scalar' | 'training_stats_vector' | 'training_debug_image' | 'plot' | 'log';
    Execution: {
      queue?: string;
      parameters?: {
        [key: string]: unknown;
      };
      model?: string;
      model_desc?: {
        [key: string]: unknown;
      };
      model_labels?: {
        [key: string]: number;
      };
      framework?: string;
      docker_cmd?: string;
      artifacts?: components['schemas']['Artifact'][];
    } & {
      [key: string]: unknown;
    };
    FieldMapping: {
      field: string;
      name?: string;
      values?: components['schemas']['ValueMapping'][];
    };
    GetCurrentUserResponseUserObject: {
      id?: string;
      name?: string;
      given_name?: string;
      family_name?: string;
      role?: string;
      avatar?: string;
      company?: {
        id?: string;
        name?: string;
      };
      preferences?: {
        [key: string]: unknown;
      };
    };
    Google: {
      project?: string;
      credentials_json?: string;
      buckets?: components['schemas']['GoogleBucket'][];
    };
    GoogleBucket: {
      bucket?: string;
      project?: string;
      subdir?: string;
      credentials_json?: string;
    };
    IdNameEntry: {
      id?: string;
      name?: string;
    };
    LastMetricsEvent: {
      metric?: string;
      variant?: string;
      value?: number | null;
      min_value?: number | null;
      min_value_iteration?: number;
      max_value?: number | null;
      max_value_iteration?: number;
      first_value?: number | null;
      first_value_iteration?: number;
      mean_value?: number | null;
      count?: number;
      x_axis_label?: string;
    };
    LastMetricsVariants: {
      [key: string]: components['schemas']['LastMetricsEvent'];
    };
    MachineStats: {
      cpu_usage?: number[];
      gpu_usage?: number[];
      memory_used?: number;
      memory_free?: number;
      gpu_memory_free?: number[];
      gpu_memory_used?: number[];
      network_tx?: number;
      network_rx?: number;
      disk_free_home?: number;
      disk_free_temp?: number;
      disk_read?: number;
      disk_write?: number;
      cpu_temperature?: number[];
      gpu_temperature?: number[];
    };
    MetadataItem: {
      key?: string;
      type?: string;
      value?: string;
    };
    MetricResourceSeries: {
      name?: string;
      values?: number[];
    };
    MetricStats: {
      metric?: string;
      variant?: string;
      stats?: components['schemas']['AggregationStats'][];
    };
    MetricVariantResult: {
      metric?: string;
      metric_hash?: string;
      variant?: string;
      variant_hash?: string;
    };
    MetricVariants: {
      metric?: string;
      variants?: string[];
    };
    MetricsCategory: {
      name?: string;
      metric_keys?: string[];
    };
    Model: {
      id?: string;
      name?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      created?: string;
      last_update?: string;
      task?: string | Record<string, never>;
      parent?: string | Record<string, never>;
      project?: string | Record<string, never>;
      comment?: string;
      tags?: string[];
      system_tags?: string[];
      framework?: string;
      design?: {
        [key: string]: unknown;
      };
      labels?: {
        [key: string]: number;
      };
      uri?: string;
      ready?: boolean;
      ui_cache?: {
        [key: string]: unknown;
      };
      metadata?: Record<string, never> | unknown[];
      last_iteration?: number;
      last_metrics?: {
        [key: string]: components['schemas']['LastMetricsVariants'];
      };
      stats?: {
        labels_count?: number;
      };
    };
    ModelDocument: {
      [key: string]: unknown;
    };
    /** @enum {string} */
    ModelType: 'input' | 'output';
    MultiFieldPatternData: {
      pattern?: string;
      datetime?: string;
      fields?: string[];
    };
    Output: {
      destination?: string;
      model?: string;
      result?: string;
      error?: string;
    };
    ParamKey: {
      section?: string;
      name?: string;
    };
    ParamsItem: {
      section?: string;
      name?: string;
      value?: string;
      type?: string;
      description?: string;
    };
    PlotSampleResponse: {
      scroll_id?: string | null;
      events?: {
        [key: string]: unknown;
      }[];
      min_iteration?: number;
      max_iteration?: number;
    };
    PlotsResponse: {
      scroll_id?: string | null;
      metrics?: components['schemas']['PlotsResponseTaskMetrics'][];
    };
    PlotsResponseTaskMetrics: {
      task?: string;
      iterations?: {
        iter?: number;
        events?: {
          [key: string]: unknown;
        }[];
      }[];
    };
    Project: {
      id?: string;
      name?: string;
      basename?: string;
      description?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      created?: string;
      tags?: string[];
      system_tags?: string[];
      default_output_destination?: string;
      last_update?: string;
    };
    ProjectDocument: {
      [key: string]: unknown;
    };
    ProjectWithStats: {
      id?: string;
      name?: string;
      basename?: string;
      description?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      created?: string;
      tags?: string[];
      system_tags?: string[];
      default_output_destination?: string;
      last_update?: string;
      hidden?: boolean;
      stats?: components['schemas']['Stats'];
      sub_projects?: {
        id?: string;
        name?: string;
      }[];
      own_datasets?: number;
      own_tasks?: number;
      own_models?: number;
      dataset_stats?: {
        file_count?: number;
        total_size?: number;
      };
    };
    ProjectWithStatsDocument: {
      [key: string]: unknown;
    };
    Queue: {
      id?: string;
      name?: string;
      display_name?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      created?: string;
      tags?: string[];
      system_tags?: string[];
      entries?: {
        [key: string]: unknown;
      }[];
      metadata?: Record<string, never> | unknown[];
    };
    QueueDocument: {
      [key: string]: unknown;
    };
    QueueEntry: {
      id?: string;
      name?: string;
      display_name?: string;
      next_task?: components['schemas']['IdNameEntry'];
      num_tasks?: number;
    };
    QueueMetrics: {
      queue?: string;
      dates?: number[];
      avg_waiting_times?: number[];
      queue_lengths?: number[];
    };
    /** @enum {string} */
    ReplaceHyperparams: 'none' | 'section' | 'all';
    Report: {
      id?: string;
      name?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      status?: components['schemas']['ReportStatus'];
      comment?: string;
      report?: string;
      report_assets?: string[];
      created?: string;
      project?: string | Record<string, never>;
      tags?: string[];
      system_tags?: string[];
      status_changed?: string;
      status_message?: string;
      status_reason?: string;
      published?: string;
      last_update?: string;
    };
    ReportDocument: {
      [key: string]: unknown;
    };
    /** @enum {string} */
    ReportStatus: 'created' | 'published';
    /** @enum {string} */
    Role: 'admin' | 'superuser' | 'user' | 'annotator';
    /** @enum {string} */
    ScalarKey: 'iter' | 'timestamp' | 'iso_time';
    Script: {
      binary?: string;
      repository?: string;
      tag?: string;
      branch?: string;
      version_num?: string;
      entry_point?: string;
      working_dir?: string;
      requirements?: unknown;
      diff?: string;
    };
    SectionParams: {
      [key: string]: components['schemas']['ParamsItem'];
    };
    SingleValueMetricsResponse: {
      tasks?: components['schemas']['SingleValueTaskMetrics'][];
    };
    SingleValueTaskMetrics: {
      task?: string;
      task_name?: string;
      values?: {
        metric?: string;
        variant?: string;
        value?: number;
        timestamp?: number;
      }[];
    };
    StatItem: {
      /** @enum {string} */
      key?:
        | 'cpu_usage'
        | 'cpu_temperature'
        | 'memory_used'
        | 'memory_free'
        | 'gpu_usage'
        | 'gpu_temperature'
        | 'gpu_fraction'
        | 'gpu_memory_free'
        | 'gpu_memory_used'
        | 'network_tx'
        | 'network_rx'
        | 'disk_free_home'
        | 'disk_free_temp'
        | 'disk_read'
        | 'disk_write';
      category?: components['schemas']['AggregationType'];
    };
    Stats: {
      active?: components['schemas']['StatsStatusCount'];
      archived?: components['schemas']['StatsStatusCount'];
      datasets?: components['schemas']['StatsDatasets'];
    };
    StatsDatasets: {
      count?: number;
      tags?: string[];
    };
    StatsStatusCount: {
      total_runtime?: number;
      total_tasks?: number;
      completed_tasks_24h?: number;
      last_task_run?: number;
      status_count?: {
        created?: number;
        completed?: number;
        queued?: number;
        in_progress?: number;
        stopped?: number;
        published?: number;
        closed?: number;
        failed?: number;
        unknown?: number;
      };
    };
    Task: {
      id?: string;
      name?: string;
      user?: string | Record<string, never>;
      company?: string | Record<string, never>;
      type?: components['schemas']['TaskType'];
      status?: components['schemas']['TaskStatus'];
      comment?: string;
      created?: string;
      started?: string;
      completed?: string;
      active_duration?: number;
      parent?: string | Record<string, never>;
      project?: string | Record<string, never>;
      output?: components['schemas']['Output'];
      execution?: {
        [key: string]: unknown;
      };
      container?: {
        [key: string]: string;
      };
      models?: {
        [key: string]: unknown;
      };
      script?: components['schemas']['Script'];
      tags?: string[];
      system_tags?: string[];
      status_changed?: string;
      status_message?: string;
      status_reason?: string;
      published?: string;
      last_worker?: string;
      last_worker_report?: string;
      last_update?: string;
      last_change?: string;
      last_iteration?: number;
      last_metrics?: {
        [key: string]: components['schemas']['LastMetricsVariants'];
      };
      hyperparams?: {
        [key: string]: components['schemas']['SectionParams'];
      };
      configuration?: {
        [key: string]: components['schemas']['ConfigurationItem'];
      };
      runtime?: {
        [key: string]: unknown;
      };
      last_changed_by?: string;
      metric_stats?: {
        [key: string]: unknown;
      };
      unique_metrics?: string[];
      report_assets?: string[];
    };
    TaskDocument: {
      [key: string]: unknown;
    };
    TaskMetricVariants: {
      task: string;
      metric?: string;
      variants?: string[];
    };
    TaskModelItem: {
      name: string;
      model: string;
    };
    TaskModels: {
      input?: components['schemas']['TaskModelItem'][];
      output?: components['schemas']['TaskModelItem'][];
    };
    /** @enum {string} */
    TaskStatus:
      | 'created'
      | 'queued'
      | 'in_progress'
      | 'stopped'
      | 'published'
      | 'publishing'
      | 'closed'
      | 'failed'
      | 'completed'
      | 'unknown';
    /** @enum {string} */
    TaskType:
      | 'training'
      | 'testing'
      | 'inference'
      | 'data_processing'
      | 'application'
      | 'monitor'
      | 'controller'
      | 'optimizer'
      | 'service'
      | 'qc'
      | 'report'
      | 'custom';
    TaskUrls: {
      model_urls?: string[];
      event_urls?: string[];
      artifact_urls?: string[];
    } | null;
    Urls: {
      model_urls?: string[];
      event_urls?: string[];
      artifact_urls?: string[];
    };
    Usages: {
      total?: {
        name?: string;
        id?: string;
        duration?: number;
        cpu_usage?: number;
        gpu_usage?: number;
        cpu_artificial_weights?: boolean;
        gpu_artificial_weights?: boolean;
      }[];
      series?: {
        name?: string;
        id?: string;
        dates?: number[];
        duration?: number[];
        cpu_usage?: number[];
        gpu_usage?: number[];
        cpu_usage_artifical_weights?: boolean;
        gpu_usage_artifical_weights?: boolean;
      }[];
    };
    User: {
      id?: string;
      name?: string;
      given_name?: string;
      family_name?: string;
      avatar?: string;
      company?: string;
      role?: string;
      providers?: {
        [key: string]: unknown;
      };
      created?: string;
      email?: string;
    };
    ValueMapping: {
      /** @description A value of the field, of any type. */
      key: unknown;
      /** @description What stands for it. */
      value: unknown;
    };
    Worker: {
      id?: string;
      user?: components['schemas']['IdNameEntry'];
      company?: components['schemas']['IdNameEntry'];
      ip?: string;
      register_time?: string;
      last_activity_time?: string;
      last_report_time?: string;
      task?: components['schemas']['CurrentTaskEntry'];
      project?: components['schemas']['IdNameEntry'];
      queue?: components['schemas']['QueueEntry'];
      queues?: components['schemas']['QueueEntry'][];
      tags?: string[];
      system_tags?: string[];
      key?: string;
    };
    WorkerStats: {
      worker?: string;
      metrics?: components['schemas']['MetricStats'][];
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
  'auth.login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          expiration_sec?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            token?: string;
          };
        };
      };
    };
  };
  'auth.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'auth.get_token_for_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user: string;
          company?: string;
          expiration_sec?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            token?: string;
          };
        };
      };
    };
  };
  'auth.validate_token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            valid?: boolean;
            user?: string;
            company?: string;
          };
        };
      };
    };
  };
  'auth.create_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          company: string;
          email: string;
          role?: components['schemas']['Role'];
          given_name?: string;
          family_name?: string;
          avatar?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
          };
        };
      };
    };
  };
  'auth.create_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          label?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            credentials?: components['schemas']['Credentials'];
          };
        };
      };
    };
  };
  'auth.get_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            credentials?: components['schemas']['CredentialKey'][];
          };
        };
      };
    };
  };
  'auth.edit_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          access_key: string;
          label?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'auth.revoke_credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          access_key: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revoked?: number;
          };
        };
      };
    };
  };
  'auth.edit_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user?: string;
          /** @enum {string} */
          role?: 'admin' | 'superuser' | 'user' | 'annotator';
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {number} */
            updated?: 0 | 1;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'auth.fixed_users_mode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            enabled?: boolean;
            server_errors?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'debug.ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json-lines': string;
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.add_batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json-lines': string;
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added?: number;
            errors?: number;
            errors_info?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'events.delete_for_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          allow_locked?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: boolean;
          };
        };
      };
    };
  };
  'events.delete_for_model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          allow_locked?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: boolean;
          };
        };
      };
    };
  };
  'events.debug_images': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          metrics: components['schemas']['TaskMetricVariants'][];
          iters?: number;
          navigate_earlier?: boolean;
          refresh?: boolean;
          scroll_id?: string | null;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DebugImagesResponse'];
        };
      };
    };
  };
  'events.plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          metrics: components['schemas']['TaskMetricVariants'][];
          iters?: number;
          navigate_earlier?: boolean;
          refresh?: boolean;
          scroll_id?: string | null;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlotsResponse'];
        };
      };
    };
  };
  'events.get_debug_image_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          metric: string;
          variant: string;
          iteration?: number;
          refresh?: boolean;
          scroll_id?: string | null;
          navigate_current_metric?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DebugImageSampleResponse'];
        };
      };
    };
  };
  'events.next_debug_image_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          scroll_id: string | null;
          navigate_earlier?: boolean;
          next_iteration?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DebugImageSampleResponse'];
        };
      };
    };
  };
  'events.get_plot_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          metric: string;
          iteration?: number;
          refresh?: boolean;
          scroll_id?: string | null;
          navigate_current_metric?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlotSampleResponse'];
        };
      };
    };
  };
  'events.next_plot_sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          scroll_id: string | null;
          navigate_earlier?: boolean;
          next_iteration?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlotSampleResponse'];
        };
      };
    };
  };
  'events.get_task_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          event_type?: components['schemas']['EventType'];
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: {
              [key: string]: unknown;
            }[];
          };
        };
      };
    };
  };
  'events.get_multi_task_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          model_events?: boolean;
          event_type?: components['schemas']['EventType'];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: components['schemas']['MetricVariants'][];
          };
        };
      };
    };
  };
  'events.get_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          batch_size?: number;
          navigate_earlier?: boolean;
          from_timestamp?: number;
          /** @enum {string} */
          order?: 'asc' | 'desc';
          metrics?: components['schemas']['MetricVariants'][];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events?: {
              [key: string]: unknown;
            }[];
            returned?: number;
            total?: number;
          };
        };
      };
    };
  };
  'events.get_task_events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          /** @enum {string} */
          order?: 'asc' | 'desc';
          scroll_id?: string | null;
          batch_size?: number;
          event_type?: string;
          model_events?: boolean;
          metrics?: components['schemas']['MetricVariants'][];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events?: {
              [key: string]: unknown;
            }[];
            returned?: number;
            total?: number;
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'events.download_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          /** @enum {string} */
          line_type?: 'json' | 'text';
          line_format?: string;
        };
      };
    };
    responses: {
      /** @description The lines. */
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
  'events.get_task_plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          iters?: number;
          scroll_id?: string | null;
          metrics?: components['schemas']['MetricVariants'][];
          no_scroll?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            plots?: {
              [key: string]: unknown;
            }[];
            returned?: number;
            total?: number;
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'events.get_multi_task_plots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          iters?: number;
          scroll_id?: string | null;
          no_scroll?: boolean;
          model_events?: boolean;
          last_iters_per_task_metric?: boolean;
          metrics?: components['schemas']['MetricVariants'][];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            plots?: {
              [key: string]: unknown;
            };
            returned?: number;
            total?: number;
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'events.get_vector_metrics_and_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: {
              [key: string]: unknown;
            }[];
          };
        };
      };
    };
  };
  'events.vector_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          metric: string;
          variant: string;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.scalar_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          samples?: number;
          key?: components['schemas']['ScalarKey'];
          metrics?: components['schemas']['MetricVariants'][];
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.multi_task_scalar_metrics_iter_histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          samples?: number;
          key?: components['schemas']['ScalarKey'];
          model_events?: boolean;
          metrics?: components['schemas']['MetricVariants'][];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.get_task_single_value_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          model_events?: boolean;
          metrics?: components['schemas']['MetricVariants'][];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleValueMetricsResponse'];
        };
      };
    };
  };
  'events.get_task_latest_scalar_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: {
              name?: string;
              variants?: {
                name?: string;
                last_value?: number;
                last_100_value?: number;
              }[];
            }[];
          };
        };
      };
    };
  };
  'events.get_scalar_metrics_and_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'events.get_scalar_metric_data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task?: string;
          metric?: string;
          scroll_id?: string | null;
          no_scroll?: boolean;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events?: {
              [key: string]: unknown;
            }[];
            returned?: number;
            total?: number;
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'events.scalar_metrics_iter_raw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          metric: components['schemas']['MetricVariants'];
          key?: components['schemas']['ScalarKey'];
          batch_size?: number;
          count_total?: boolean;
          scroll_id?: string | null;
          model_events?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            variants?: {
              [key: string]: unknown;
            };
            total?: number;
            returned?: number;
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'events.clear_scroll': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          scroll_id: string | null;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'events.clear_task_log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          allow_locked?: boolean;
          threshold_sec?: number;
          include_metrics?: string[];
          exclude_metrics?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'login.supported_modes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            basic?: {
              enabled?: boolean;
              guest?: {
                enabled?: boolean;
                name?: string;
                username?: string;
                password?: string;
              };
            };
            sso?: {
              [key: string]: string;
            };
            sso_providers?: {
              [key: string]: unknown;
            }[];
            server_errors?: {
              missed_es_upgrade?: boolean;
              es_connection_error?: boolean;
            };
            authenticated?: boolean;
          };
        };
      };
    };
  };
  'login.logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'models.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            model?: components['schemas']['ModelDocument'];
          };
        };
      };
    };
  };
  'models.get_by_task_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            model?: components['schemas']['ModelDocument'];
          };
        };
      };
    };
  };
  'models.get_by_id_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            models?: components['schemas']['ModelDocument'][];
          };
        };
      };
    };
  };
  'models.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          include_subprojects?: boolean;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          include_stats?: boolean;
          allow_public?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            models?: components['schemas']['ModelDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'models.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          include_subprojects?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            models?: components['schemas']['ModelDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'models.get_frameworks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            frameworks?: string[];
          };
        };
      };
    };
  };
  'models.update_for_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          uri?: string;
          name?: string;
          comment?: string;
          tags?: string[];
          system_tags?: string[];
          override_model_id?: string;
          iteration?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
            created?: boolean;
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'models.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          uri: string;
          name: string;
          comment?: string;
          tags?: string[];
          system_tags?: string[];
          framework?: string;
          design?: {
            [key: string]: unknown;
          };
          labels?: {
            [key: string]: number;
          };
          ready?: boolean;
          public?: boolean;
          project?: string;
          parent?: string;
          task?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
            created?: boolean;
          };
        };
      };
    };
  };
  'models.edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          uri?: string;
          name?: string;
          comment?: string;
          tags?: string[];
          system_tags?: string[];
          framework?: string;
          design?: {
            [key: string]: unknown;
          };
          labels?: {
            [key: string]: number;
          };
          ready?: boolean;
          project?: string;
          parent?: string;
          task?: string;
          iteration?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'models.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          name?: string;
          comment?: string;
          tags?: string[];
          system_tags?: string[];
          ready?: boolean;
          created?: string;
          ui_cache?: {
            [key: string]: unknown;
          };
          project?: string;
          task?: string;
          iteration?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'models.publish_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          force_publish_task?: boolean;
          publish_tasks?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              updated?: boolean;
              published_task?: {
                id?: string;
                data?: {
                  updated?: number;
                  fields?: {
                    [key: string]: unknown;
                  };
                };
              };
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'models.set_ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          force_publish_task?: boolean;
          publish_task?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            published_task?: {
              id?: string;
              data?: {
                updated?: number;
                fields?: {
                  [key: string]: unknown;
                };
              };
            };
          };
        };
      };
    };
  };
  'models.archive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              archived?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'models.unarchive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              unarchived?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'models.delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              deleted?: boolean;
              url?: string;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'models.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: boolean;
            url?: string;
          };
        };
      };
    };
  };
  'models.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'models.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'models.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          project?: string;
          project_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'models.add_or_update_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          metadata: components['schemas']['MetadataItem'][];
          replace_metadata?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'models.delete_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          model: string;
          keys: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'models.update_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
          add_tags?: string[];
          remove_tags?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'organization.get_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          include_system?: boolean;
          filter?: {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
  };
  'organization.get_user_companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            companies?: {
              id?: string;
              name?: string;
              allocated?: number;
              owners?: {
                id?: string;
                name?: string;
                avatar?: string;
              }[];
            }[];
          };
        };
      };
    };
  };
  'organization.get_entities_count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: {
            [key: string]: unknown;
          };
          tasks?: {
            [key: string]: unknown;
          };
          models?: {
            [key: string]: unknown;
          };
          pipelines?: {
            [key: string]: unknown;
          };
          pipeline_runs?: {
            [key: string]: unknown;
          };
          datasets?: {
            [key: string]: unknown;
          };
          dataset_versions?: {
            [key: string]: unknown;
          };
          search_hidden?: boolean;
          active_users?: string[];
          reports?: {
            [key: string]: unknown;
          };
          allow_public?: boolean;
          limit?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            projects?: number;
            tasks?: number;
            models?: number;
            pipelines?: number;
            pipeline_runs?: number;
            datasets?: number;
            dataset_versions?: number;
            reports?: number;
            errors?: {
              projects?: string;
              tasks?: string;
              models?: string;
              pipelines?: string;
              pipeline_runs?: string;
              datasets?: string;
              dataset_versions?: string;
              reports?: string;
            };
          };
        };
      };
    };
  };
  'organization.prepare_download_for_get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          only_fields: string[];
          allow_public?: boolean;
          search_hidden?: boolean;
          /** @enum {string} */
          entity_type: 'task' | 'model';
          field_mappings: components['schemas']['FieldMapping'][];
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            prepare_id?: string;
          };
        };
      };
    };
  };
  'organization.download_for_get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          prepare_id: string;
        };
      };
    };
    responses: {
      /** @description The lines. */
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
  'organization.get_project_usages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects: string[];
          from_date: string;
          to_date: string;
          include_development?: boolean;
          breakdown_keys?: ('project' | 'user' | 'queue')[];
          usage_fields?: ('duration' | 'cpu_usage' | 'gpu_usage')[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            projects?: components['schemas']['Usages'];
            users?: components['schemas']['Usages'];
            queues?: components['schemas']['Usages'];
          };
        };
      };
    };
  };
  'pipelines.delete_runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          project: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              deleted?: boolean;
              updated_children?: number;
              updated_models?: number;
              deleted_models?: number;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'pipelines.start_pipeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          queue?: string;
          args?: {
            name?: string;
            value?: string;
          }[];
          verify_watched_queue?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            pipeline?: string;
            enqueued?: boolean;
            queue_watched?: boolean;
          };
        };
      };
    };
  };
  'projects.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          description?: string;
          tags?: string[];
          system_tags?: string[];
          default_output_destination?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
          };
        };
      };
    };
  };
  'projects.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            project?: components['schemas']['ProjectDocument'];
          };
        };
      };
    };
  };
  'projects.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          shallow_search?: boolean;
          search_hidden?: boolean;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            projects?: components['schemas']['ProjectWithStatsDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'projects.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          include_stats?: boolean;
          /** @enum {string} */
          stats_for_state?: 'active' | 'archived';
          non_public?: boolean;
          shallow_search?: boolean;
          check_own_contents?: boolean;
          search_hidden?: boolean;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          stats_with_children?: boolean;
          include_stats_filter?: {
            [key: string]: unknown;
          };
          include_dataset_stats?: boolean;
          allow_public?: boolean;
          /** @enum {string} */
          children_type?: 'pipeline' | 'report' | 'dataset';
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            projects?: components['schemas']['ProjectWithStatsDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'projects.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          name?: string;
          description?: string;
          tags?: string[];
          system_tags?: string[];
          default_output_destination?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'projects.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          new_location?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            moved?: number;
          };
        };
      };
    };
  };
  'projects.merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          destination_project?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            moved_entities?: number;
            moved_projects?: number;
          };
        };
      };
    };
  };
  'projects.validate_delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: number;
            non_archived_tasks?: number;
            models?: number;
            non_archived_models?: number;
            reports?: number;
            non_archived_reports?: number;
            pipelines?: number;
            datasets?: number;
          };
        };
      };
    };
  };
  'projects.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          force?: boolean;
          delete_contents?: boolean;
          delete_external_artifacts?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
            disassociated_tasks?: number;
            urls?: components['schemas']['Urls'];
            deleted_models?: number;
            deleted_tasks?: number;
          };
        };
      };
    };
  };
  'projects.get_unique_metric_variants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project?: string;
          include_subprojects?: boolean;
          model_metrics?: boolean;
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metrics?: components['schemas']['MetricVariantResult'][];
          };
        };
      };
    };
  };
  'projects.get_hyperparam_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
          section: string;
          name: string;
          allow_public?: boolean;
          include_subprojects?: boolean;
          page?: number;
          page_size?: number;
          pattern?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            total?: number;
            values?: string[];
          };
        };
      };
    };
  };
  'projects.get_hyper_parameters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          page?: number;
          page_size?: number;
          include_subprojects?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parameters?: {
              [key: string]: unknown;
            }[];
            remaining?: number;
            total?: number;
          };
        };
      };
    };
  };
  'projects.get_model_metadata_values': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
          key: string;
          allow_public?: boolean;
          include_subprojects?: boolean;
          page?: number;
          page_size?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            total?: number;
            values?: string[];
          };
        };
      };
    };
  };
  'projects.get_model_metadata_keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          project: string;
          include_subprojects?: boolean;
          page?: number;
          page_size?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            keys?: string[];
            remaining?: number;
            total?: number;
          };
        };
      };
    };
  };
  'projects.get_project_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          include_system?: boolean;
          projects?: string[];
          filter?: {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
  };
  'projects.get_task_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          include_system?: boolean;
          projects?: string[];
          filter?: {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
  };
  'projects.get_model_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          include_system?: boolean;
          projects?: string[];
          filter?: {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags?: string[];
            system_tags?: string[];
          };
        };
      };
    };
  };
  'projects.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'projects.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'projects.get_task_parents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
          /** @enum {string} */
          tasks_state?: 'active' | 'archived';
          include_subprojects?: boolean;
          task_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parents?: {
              id?: string;
              name?: string;
              project?: {
                id?: string;
                name?: string;
              };
            }[];
          };
        };
      };
    };
  };
  'projects.get_user_names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
          include_subprojects?: boolean;
          /** @enum {string} */
          entity?: 'task' | 'model';
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            users?: {
              id?: string;
              name?: string;
            }[];
          };
        };
      };
    };
  };
  'queues.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          max_task_entries?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queue?: components['schemas']['QueueDocument'];
          };
        };
      };
    };
  };
  'queues.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          max_task_entries?: number;
          search_hidden?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queues?: components['schemas']['QueueDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'queues.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          max_task_entries?: number;
          search_hidden?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queues?: components['schemas']['QueueDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'queues.get_default': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
            name?: string;
          };
        };
      };
    };
  };
  'queues.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          tags?: string[];
          system_tags?: string[];
          metadata?: {
            [key: string]: components['schemas']['MetadataItem'];
          };
          display_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
          };
        };
      };
    };
  };
  'queues.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          name?: string;
          tags?: string[];
          system_tags?: string[];
          metadata?: {
            [key: string]: components['schemas']['MetadataItem'];
          };
          display_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'queues.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'queues.add_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
          update_execution_queue?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added?: number;
          };
        };
      };
    };
  };
  'queues.get_next_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          get_task_info?: boolean;
          task?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entry?: components['schemas']['Entry'];
            task_info?: {
              company?: string;
              user?: string;
            };
          };
        };
      };
    };
  };
  'queues.remove_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
          update_task_status?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            removed?: number;
          };
        };
      };
    };
  };
  'queues.clear_queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            removed_tasks?: string[];
          };
        };
      };
    };
  };
  'queues.move_task_forward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
          count?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position?: number;
          };
        };
      };
    };
  };
  'queues.move_task_backward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
          count?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position?: number;
          };
        };
      };
    };
  };
  'queues.move_task_to_front': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position?: number;
          };
        };
      };
    };
  };
  'queues.move_task_to_back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          task: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position?: number;
          };
        };
      };
    };
  };
  'queues.get_queue_metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from_date: number;
          to_date: number;
          interval: number;
          queue_ids?: string[];
          refresh?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queues?: components['schemas']['QueueMetrics'][];
          };
        };
      };
    };
  };
  'queues.add_or_update_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          metadata: components['schemas']['MetadataItem'][];
          replace_metadata?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'queues.delete_metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
          keys: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'queues.peek_task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            task?: string;
          };
        };
      };
    };
  };
  'queues.get_num_entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            num?: number;
          };
        };
      };
    };
  };
  'reports.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          tags?: string[];
          comment?: string;
          report?: string;
          project?: string;
          report_assets?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
            project_id?: string;
          };
        };
      };
    };
  };
  'reports.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          name?: string;
          tags?: string[];
          comment?: string;
          report?: string;
          report_assets?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'reports.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          project?: string;
          project_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            project_id?: string;
          };
        };
      };
    };
  };
  'reports.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'reports.archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            archived?: number;
          };
        };
      };
    };
  };
  'reports.unarchive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            unarchived?: number;
          };
        };
      };
    };
  };
  'reports.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'reports.get_task_data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id?: string[];
          name?: string;
          user?: string[];
          size?: number;
          order_by?: string[];
          type?: string[];
          tags?: string[];
          system_tags?: string[];
          status?: components['schemas']['TaskStatus'][];
          project?: string[];
          only_fields?: string[];
          parent?: string;
          status_changed?: string[];
          search_text?: string;
          allow_public?: boolean;
          _all_?: components['schemas']['MultiFieldPatternData'];
          _any_?: components['schemas']['MultiFieldPatternData'];
          'input.view.entries.dataset'?: string[];
          'input.view.entries.version'?: string[];
          search_hidden?: boolean;
          include_subprojects?: boolean;
          plots?: {
            iters?: number;
            metrics?: components['schemas']['MetricVariants'][];
            last_iters_per_task_metric?: boolean;
          };
          debug_images?: {
            iters?: number;
            metrics?: components['schemas']['MetricVariants'][];
          };
          scalar_metrics_iter_histogram?: {
            samples?: number;
            key?: components['schemas']['ScalarKey'];
            metrics?: components['schemas']['MetricVariants'][];
          };
          model_events?: boolean;
          single_value_metrics?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: components['schemas']['TaskDocument'][];
            plots?: {
              [key: string]: unknown;
            };
            debug_images?: components['schemas']['DebugImagesResponseTaskMetrics'][];
            scalar_metrics_iter_histogram?: {
              [key: string]: unknown;
            };
            single_value_metrics?: components['schemas']['SingleValueTaskMetrics'][];
          };
        };
      };
    };
  };
  'reports.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          allow_public?: boolean;
          include_subprojects?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: components['schemas']['ReportDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'reports.get_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tags?: string[];
          };
        };
      };
    };
  };
  'server.get_stats': {
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
  'server.config': {
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
  'server.info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version?: string;
            build?: string;
            commit?: string;
            uid?: string;
            api_version?: string;
          };
        };
      };
    };
  };
  'server.endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'server.report_stats_option': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          enabled?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            supported?: boolean;
            enabled?: boolean;
            enabled_time?: string;
            enabled_version?: string;
            enabled_user?: string;
            current_version?: string;
          };
        };
      };
    };
  };
  'serving.register_container': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          container_id: string;
          endpoint_name: string;
          endpoint_url?: string;
          model_name: string;
          model_source?: string;
          model_version?: string;
          preprocess_artifact?: string;
          input_type?: string;
          input_size?: string;
          reference?: {
            /** @enum {string} */
            type: 'app_id' | 'app_instance' | 'model' | 'task' | 'url';
            value: string;
          }[];
          timeout?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'serving.unregister_container': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          container_id: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'serving.container_status_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          container_id: string;
          endpoint_name: string;
          endpoint_url?: string;
          model_name: string;
          model_source?: string;
          model_version?: string;
          preprocess_artifact?: string;
          input_type?: string;
          input_size?: string;
          reference?: {
            /** @enum {string} */
            type: 'app_id' | 'app_instance' | 'model' | 'task' | 'url';
            value: string;
          }[];
          uptime_sec?: number;
          requests_num?: number;
          requests_min?: number;
          latency_ms?: number;
          machine_stats?: components['schemas']['MachineStats'];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'serving.get_endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            endpoints?: components['schemas']['EndpointStats'][];
          };
        };
      };
    };
  };
  'serving.get_loading_instances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            instances?: components['schemas']['ContainerInfo'][];
          };
        };
      };
    };
  };
  'serving.get_endpoint_details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          endpoint_url: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            endpoint?: string;
            model?: string;
            url?: string;
            model_source?: string;
            model_version?: string;
            preprocess_artifact?: string;
            input_type?: string;
            input_size?: string;
            uptime_sec?: number;
            last_update?: string;
            instances?: components['schemas']['ContainerInstanceStats'][];
          };
        };
      };
    };
  };
  'serving.get_endpoint_metrics_history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          endpoint_url: string;
          from_date: number;
          to_date: number;
          interval: number;
          /** @enum {string} */
          metric_type?:
            | 'requests'
            | 'requests_min'
            | 'latency_ms'
            | 'cpu_count'
            | 'gpu_count'
            | 'cpu_util'
            | 'gpu_util'
            | 'ram_total'
            | 'ram_used'
            | 'ram_free'
            | 'gpu_ram_total'
            | 'gpu_ram_used'
            | 'gpu_ram_free'
            | 'network_rx'
            | 'network_tx';
          instance_charts?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            computed_interval?: number;
            total?: {
              title?: string;
              dates?: number[];
              values?: number[];
            };
            instances?: {
              [key: string]: {
                title?: string;
                dates?: number[];
                values?: number[];
              };
            };
          };
        };
      };
    };
  };
  'storage.set_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          aws?: components['schemas']['Aws'];
          google?: components['schemas']['Google'];
          azure?: components['schemas']['Azure'];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'storage.reset_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          keys?: ('azure' | 'aws' | 'google')[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'storage.get_settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            last_update?: string;
            aws?: components['schemas']['Aws'];
            google?: components['schemas']['Google'];
            azure?: components['schemas']['Azure'];
          };
        };
      };
    };
  };
  'tasks.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            task?: components['schemas']['TaskDocument'];
          };
        };
      };
    };
  };
  'tasks.get_by_id_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: components['schemas']['TaskDocument'][];
          };
        };
      };
    };
  };
  'tasks.get_all_ex': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          include_subprojects?: boolean;
          search_hidden?: boolean;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          allow_public?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: components['schemas']['TaskDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'tasks.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          page?: number;
          page_size?: number;
          search_text?: string;
          search_hidden?: boolean;
          scroll_id?: string | null;
          refresh_scroll?: boolean;
          size?: number;
          include_subprojects?: boolean;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tasks?: components['schemas']['TaskDocument'][];
            scroll_id?: string | null;
          };
        };
      };
    };
  };
  'tasks.get_types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          projects?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            types?: string[];
          };
        };
      };
    };
  };
  'tasks.clone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          new_task_name?: string;
          new_task_comment?: string;
          new_task_tags?: string[];
          new_task_system_tags?: string[];
          new_task_parent?: string;
          new_task_project?: string;
          new_task_hyperparams?: {
            [key: string]: components['schemas']['SectionParams'];
          };
          new_task_configuration?: {
            [key: string]: components['schemas']['ConfigurationItem'];
          };
          execution_overrides?: components['schemas']['Execution'];
          validate_references?: boolean;
          new_project_name?: string;
          new_task_input_models?: components['schemas']['TaskModelItem'][];
          new_task_container?: {
            [key: string]: string;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
            new_project?: {
              id?: string;
              name?: string;
            };
          };
        };
      };
    };
  };
  'tasks.edit_runtime': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          add_or_update?: {
            [key: string]: string;
          };
          remove?: string[];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.add_or_update_model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          name: string;
          model: string;
          type: components['schemas']['ModelType'];
          iteration?: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.delete_models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          models: {
            name: string;
            type: components['schemas']['ModelType'];
          }[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          tags?: string[];
          system_tags?: string[];
          type: components['schemas']['TaskType'];
          comment?: string;
          parent?: string;
          project?: string;
          output_dest?: string;
          execution?: components['schemas']['Execution'];
          script?: components['schemas']['Script'];
          hyperparams?: {
            [key: string]: components['schemas']['SectionParams'];
          };
          configuration?: {
            [key: string]: components['schemas']['ConfigurationItem'];
          };
          models?: components['schemas']['TaskModels'];
          container?: {
            [key: string]: string;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id?: string;
          };
        };
      };
    };
  };
  'tasks.validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          tags?: string[];
          system_tags?: string[];
          type: components['schemas']['TaskType'];
          comment?: string;
          parent?: string;
          project?: string;
          output_dest?: string;
          execution?: components['schemas']['Execution'];
          script?: components['schemas']['Script'];
          hyperparams?: {
            [key: string]: components['schemas']['SectionParams'];
          };
          configuration?: {
            [key: string]: components['schemas']['ConfigurationItem'];
          };
          models?: components['schemas']['TaskModels'];
          container?: {
            [key: string]: string;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'tasks.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          name?: string;
          tags?: string[];
          system_tags?: string[];
          comment?: string;
          project?: string;
          output__error?: string;
          created?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.update_batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json-lines': string;
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.edit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          status?: components['schemas']['TaskStatus'];
          force?: boolean;
          name?: string;
          tags?: string[];
          system_tags?: string[];
          type?: components['schemas']['TaskType'];
          comment?: string;
          parent?: string;
          project?: string;
          output_dest?: string;
          execution?: components['schemas']['Execution'];
          script?: components['schemas']['Script'];
          hyperparams?: {
            [key: string]: components['schemas']['SectionParams'];
          };
          configuration?: {
            [key: string]: components['schemas']['ConfigurationItem'];
          };
          models?: components['schemas']['TaskModels'];
          container?: {
            [key: string]: string;
          };
          runtime?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          clear_all?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
          return_file_urls?: boolean;
          delete_output_models?: boolean;
          delete_external_artifacts?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
            dequeued?: {
              [key: string]: unknown;
            };
            events?: {
              [key: string]: unknown;
            };
            deleted_models?: number;
            urls?: components['schemas']['TaskUrls'];
          };
        };
      };
    };
  };
  'tasks.reset_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          force?: boolean;
          clear_all?: boolean;
          return_file_urls?: boolean;
          delete_output_models?: boolean;
          delete_external_artifacts?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              dequeued?: boolean;
              updated?: number;
              fields?: {
                [key: string]: unknown;
              };
              deleted_models?: number;
              urls?: components['schemas']['TaskUrls'];
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          move_to_trash?: boolean;
          force?: boolean;
          return_file_urls?: boolean;
          delete_output_models?: boolean;
          delete_external_artifacts?: boolean;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              deleted?: boolean;
              updated_children?: number;
              updated_models?: number;
              deleted_models?: number;
              urls?: components['schemas']['TaskUrls'];
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          move_to_trash?: boolean;
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
          return_file_urls?: boolean;
          delete_output_models?: boolean;
          delete_external_artifacts?: boolean;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: boolean;
            updated_children?: number;
            updated_models?: number;
            events?: {
              [key: string]: unknown;
            };
            urls?: components['schemas']['TaskUrls'];
          };
        };
      };
    };
  };
  'tasks.archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          status_reason?: string;
          status_message?: string;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            archived?: number;
          };
        };
      };
    };
  };
  'tasks.archive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              archived?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.unarchive_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              unarchived?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.started': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
            started?: number;
          };
        };
      };
    };
  };
  'tasks.stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.stop_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          force?: boolean;
          include_pipeline_steps?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              updated?: number;
              fields?: {
                [key: string]: unknown;
              };
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.stopped': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          publish_model?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.publish_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          force?: boolean;
          publish_model?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              updated?: number;
              fields?: {
                [key: string]: unknown;
              };
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.enqueue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          queue?: string;
          task: string;
          status_reason?: string;
          status_message?: string;
          queue_name?: string;
          verify_watched_queue?: boolean;
          update_execution_queue?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
            queued?: number;
            queue_watched?: boolean;
          };
        };
      };
    };
  };
  'tasks.enqueue_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          queue?: string;
          validate_tasks?: boolean;
          queue_name?: string;
          verify_watched_queue?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              updated?: number;
              fields?: {
                [key: string]: unknown;
              };
              queued?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
            queue_watched?: boolean;
          };
        };
      };
    };
  };
  'tasks.dequeue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          status_reason?: string;
          status_message?: string;
          remove_from_all_queues?: boolean;
          new_status?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
            dequeued?: number;
          };
        };
      };
    };
  };
  'tasks.dequeue_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          status_reason?: string;
          status_message?: string;
          remove_from_all_queues?: boolean;
          new_status?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            succeeded?: {
              id?: string;
              updated?: number;
              fields?: {
                [key: string]: unknown;
              };
              dequeued?: boolean;
            }[];
            failed?: {
              id?: string;
              error?: {
                codes?: number[];
                msg?: string;
                data?: {
                  [key: string]: unknown;
                };
              };
            }[];
          };
        };
      };
    };
  };
  'tasks.set_requirements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          requirements: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'tasks.completed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          force?: boolean;
          task: string;
          status_reason?: string;
          status_message?: string;
          publish?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
            published?: number;
          };
        };
      };
    };
  };
  'tasks.ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'tasks.add_or_update_artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          artifacts: components['schemas']['Artifact'][];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.delete_artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          artifacts: components['schemas']['ArtifactId'][];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'tasks.make_public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.make_private': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.get_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            params?: {
              task?: string;
              hyperparams?: components['schemas']['ParamsItem'][];
            }[];
          };
        };
      };
    };
  };
  'tasks.edit_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          hyperparams: components['schemas']['ParamsItem'][];
          replace_hyperparams?: components['schemas']['ReplaceHyperparams'];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.delete_hyper_params': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          hyperparams: components['schemas']['ParamKey'][];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'tasks.get_configurations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          names?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            configurations?: {
              task?: string;
              configuration?: components['schemas']['ConfigurationItem'][];
            }[];
          };
        };
      };
    };
  };
  'tasks.get_configuration_names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tasks: string[];
          skip_empty?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            configurations?: {
              task?: string;
              names?: string[];
            }[];
          };
        };
      };
    };
  };
  'tasks.edit_configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          configuration: components['schemas']['ConfigurationItem'][];
          replace_configuration?: boolean;
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'tasks.delete_configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          task: string;
          configuration: string[];
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted?: number;
          };
        };
      };
    };
  };
  'tasks.move': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          project?: string;
          project_name?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'tasks.update_tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids?: string[];
          add_tags?: string[];
          remove_tags?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
          };
        };
      };
    };
  };
  'users.get_by_id': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            user?: components['schemas']['User'];
          };
        };
      };
    };
  };
  'users.get_current_user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            user?: components['schemas']['GetCurrentUserResponseUserObject'];
            getting_started?: {
              [key: string]: unknown;
            };
            settings?: {
              max_download_items?: string;
            };
          };
        };
      };
    };
  };
  'users.get_all_ex': {
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
          id?: string[];
          only_fields?: string[];
          page?: number;
          page_size?: number;
          order_by?: string[];
          active_in_projects?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            users?: components['schemas']['User'][];
          };
        };
      };
    };
  };
  'users.get_all': {
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
          id?: string[];
          only_fields?: string[];
          page?: number;
          page_size?: number;
          order_by?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            users?: components['schemas']['User'][];
          };
        };
      };
    };
  };
  'users.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'users.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          company: string;
          name: string;
          given_name?: string;
          family_name?: string;
          avatar?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'users.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user: string;
          name?: string;
          given_name?: string;
          family_name?: string;
          avatar?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'users.get_preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            preferences?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'users.set_preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          preferences: {
            [key: string]: unknown;
          };
          return_updated?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            updated?: number;
            fields?: {
              [key: string]: unknown;
            };
          };
        };
      };
    };
  };
  'workers.get_all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          last_seen?: number;
          tags?: string[];
          system_tags?: string[];
          worker_pattern?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            workers?: components['schemas']['Worker'][];
          };
        };
      };
    };
  };
  'workers.get_count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          last_seen?: number;
          tags?: string[];
          system_tags?: string[];
          worker_pattern?: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            count?: number;
          };
        };
      };
    };
  };
  'workers.register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          worker: string;
          timeout?: number;
          queues?: string[];
          tags?: string[];
          system_tags?: string[];
          resources?: {
            cpu_usage?: number;
            gpu_usage?: number;
          };
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'workers.unregister': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          worker: string;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'workers.status_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          worker: string;
          task?: string;
          queue?: string;
          queues?: string[];
          timestamp: number;
          machine_stats?: components['schemas']['MachineStats'];
          tags?: string[];
          system_tags?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
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
  'workers.get_metric_keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          worker_ids?: string[];
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            categories?: components['schemas']['MetricsCategory'][];
          };
        };
      };
    };
  };
  'workers.get_stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          worker_ids?: string[];
          from_date: number;
          to_date: number;
          interval: number;
          items: components['schemas']['StatItem'][];
          split_by_variant?: boolean;
          split_by_resource?: boolean;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            workers?: components['schemas']['WorkerStats'][];
          };
        };
      };
    };
  };
  'workers.get_activity_report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from_date: number;
          to_date: number;
          interval: number;
        };
      };
    };
    responses: {
      /** @description The field `data` of the answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            total?: components['schemas']['ActivitySeries'];
            active?: components['schemas']['ActivitySeries'];
          };
        };
      };
    };
  };
}
