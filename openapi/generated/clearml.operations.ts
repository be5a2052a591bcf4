/** Made by `npm run gen`; never edited. */
export const operationTable = {
  operations: [
    {
      id: 'auth.login',
      family: 'auth',
      path: '/auth.login',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          expiration_sec: 'integer',
        },
      },
    },
    {
      id: 'auth.logout',
      family: 'auth',
      path: '/auth.logout',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'auth.get_token_for_user',
      family: 'auth',
      path: '/auth.get_token_for_user',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: ['user'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          user: 'string',
          company: 'string',
          expiration_sec: 'integer',
        },
      },
    },
    {
      id: 'auth.validate_token',
      family: 'auth',
      path: '/auth.validate_token',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: ['token'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          token: 'string',
        },
      },
    },
    {
      id: 'auth.create_user',
      family: 'auth',
      path: '/auth.create_user',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: ['name', 'company', 'email'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          company: 'string',
          email: 'string',
          role: 'Role',
          given_name: 'string',
          family_name: 'string',
          avatar: 'string',
        },
      },
    },
    {
      id: 'auth.create_credentials',
      family: 'auth',
      path: '/auth.create_credentials',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          label: 'string',
        },
      },
    },
    {
      id: 'auth.get_credentials',
      family: 'auth',
      path: '/auth.get_credentials',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'auth.edit_credentials',
      family: 'auth',
      path: '/auth.edit_credentials',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.19',
      required: ['access_key'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          access_key: 'string',
          label: 'string',
        },
      },
    },
    {
      id: 'auth.revoke_credentials',
      family: 'auth',
      path: '/auth.revoke_credentials',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: ['access_key'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          access_key: 'string',
        },
      },
    },
    {
      id: 'auth.edit_user',
      family: 'auth',
      path: '/auth.edit_user',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          user: 'string',
          role: {
            enum: {
              admin: 0,
              superuser: 1,
              user: 2,
              annotator: 3,
            },
          },
        },
      },
    },
    {
      id: 'auth.fixed_users_mode',
      family: 'auth',
      path: '/auth.fixed_users_mode',
      methods: ['post'],
      twin: false,
      right: 'public',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'debug.ping',
      family: 'debug',
      path: '/debug.ping',
      methods: ['post'],
      twin: false,
      right: 'public',
      on: 'none',
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'events.add',
      family: 'events',
      path: '/events.add',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'own',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'text',
    },
    {
      id: 'events.add_batch',
      family: 'events',
      path: '/events.add_batch',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'own',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'text',
    },
    {
      id: 'events.delete_for_task',
      family: 'events',
      path: '/events.delete_for_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          allow_locked: 'boolean',
        },
      },
    },
    {
      id: 'events.delete_for_model',
      family: 'events',
      path: '/events.delete_for_model',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      since: '2.22',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          allow_locked: 'boolean',
        },
      },
    },
    {
      id: 'events.debug_images',
      family: 'events',
      path: '/events.debug_images',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'metrics[].task',
        },
      ],
      since: '2.7',
      required: ['metrics'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          metrics: {
            items: 'TaskMetricVariants',
          },
          iters: 'integer',
          navigate_earlier: 'boolean',
          refresh: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.plots',
      family: 'events',
      path: '/events.plots',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'metrics[].task',
        },
      ],
      since: '2.20',
      required: ['metrics'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          metrics: {
            items: 'TaskMetricVariants',
          },
          iters: 'integer',
          navigate_earlier: 'boolean',
          refresh: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_debug_image_sample',
      family: 'events',
      path: '/events.get_debug_image_sample',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '2.12',
      required: ['task', 'metric', 'variant'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          metric: 'string',
          variant: 'string',
          iteration: 'integer',
          refresh: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          navigate_current_metric: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.next_debug_image_sample',
      family: 'events',
      path: '/events.next_debug_image_sample',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '2.12',
      required: ['task', 'scroll_id'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          scroll_id: {
            nullable: 'string',
          },
          navigate_earlier: 'boolean',
          next_iteration: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_plot_sample',
      family: 'events',
      path: '/events.get_plot_sample',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '2.20',
      required: ['task', 'metric'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          metric: 'string',
          iteration: 'integer',
          refresh: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          navigate_current_metric: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.next_plot_sample',
      family: 'events',
      path: '/events.next_plot_sample',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '2.20',
      required: ['task', 'scroll_id'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          scroll_id: {
            nullable: 'string',
          },
          navigate_earlier: 'boolean',
          next_iteration: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_task_metrics',
      family: 'events',
      path: '/events.get_task_metrics',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'tasks',
        },
      ],
      since: '2.7',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          event_type: 'EventType',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_multi_task_metrics',
      family: 'events',
      path: '/events.get_multi_task_metrics',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'tasks',
        },
      ],
      since: '2.28',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          model_events: 'boolean',
          event_type: 'EventType',
        },
      },
    },
    {
      id: 'events.get_task_log',
      family: 'events',
      path: '/events.get_task_log',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.9',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          batch_size: 'integer',
          navigate_earlier: 'boolean',
          from_timestamp: 'number',
          order: {
            enum: {
              asc: 0,
              desc: 1,
            },
          },
          metrics: {
            items: 'MetricVariants',
          },
        },
      },
    },
    {
      id: 'events.get_task_events',
      family: 'events',
      path: '/events.get_task_events',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          order: {
            enum: {
              asc: 0,
              desc: 1,
            },
          },
          scroll_id: {
            nullable: 'string',
          },
          batch_size: 'integer',
          event_type: 'string',
          model_events: 'boolean',
          metrics: {
            items: 'MetricVariants',
          },
        },
      },
    },
    {
      id: 'events.download_task_log',
      family: 'events',
      path: '/events.download_task_log',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          line_type: {
            enum: {
              json: 0,
              text: 1,
            },
          },
          line_format: 'string',
        },
      },
    },
    {
      id: 'events.get_task_plots',
      family: 'events',
      path: '/events.get_task_plots',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.8',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          iters: 'integer',
          scroll_id: {
            nullable: 'string',
          },
          metrics: {
            items: 'MetricVariants',
          },
          no_scroll: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_multi_task_plots',
      family: 'events',
      path: '/events.get_multi_task_plots',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          iters: 'integer',
          scroll_id: {
            nullable: 'string',
          },
          no_scroll: 'boolean',
          model_events: 'boolean',
          last_iters_per_task_metric: 'boolean',
          metrics: {
            items: 'MetricVariants',
          },
        },
      },
    },
    {
      id: 'events.get_vector_metrics_and_variants',
      family: 'events',
      path: '/events.get_vector_metrics_and_variants',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.vector_metrics_iter_histogram',
      family: 'events',
      path: '/events.vector_metrics_iter_histogram',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'metric', 'variant'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          metric: 'string',
          variant: 'string',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.scalar_metrics_iter_histogram',
      family: 'events',
      path: '/events.scalar_metrics_iter_histogram',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          samples: 'integer',
          key: 'ScalarKey',
          metrics: {
            items: 'MetricVariants',
          },
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.multi_task_scalar_metrics_iter_histogram',
      family: 'events',
      path: '/events.multi_task_scalar_metrics_iter_histogram',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          samples: 'integer',
          key: 'ScalarKey',
          model_events: 'boolean',
          metrics: {
            items: 'MetricVariants',
          },
        },
      },
    },
    {
      id: 'events.get_task_single_value_metrics',
      family: 'events',
      path: '/events.get_task_single_value_metrics',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          model_events: 'boolean',
          metrics: {
            items: 'MetricVariants',
          },
        },
      },
    },
    {
      id: 'events.get_task_latest_scalar_values',
      family: 'events',
      path: '/events.get_task_latest_scalar_values',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
        },
      },
    },
    {
      id: 'events.get_scalar_metrics_and_variants',
      family: 'events',
      path: '/events.get_scalar_metrics_and_variants',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.get_scalar_metric_data',
      family: 'events',
      path: '/events.get_scalar_metric_data',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          metric: 'string',
          scroll_id: {
            nullable: 'string',
          },
          no_scroll: 'boolean',
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.scalar_metrics_iter_raw',
      family: 'events',
      path: '/events.scalar_metrics_iter_raw',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'reporter',
          at: 'task',
        },
      ],
      since: '2.16',
      required: ['task', 'metric'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          metric: 'MetricVariants',
          key: 'ScalarKey',
          batch_size: 'integer',
          count_total: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          model_events: 'boolean',
        },
      },
    },
    {
      id: 'events.clear_scroll',
      family: 'events',
      path: '/events.clear_scroll',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.18',
      required: ['scroll_id'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          scroll_id: {
            nullable: 'string',
          },
        },
      },
    },
    {
      id: 'events.clear_task_log',
      family: 'events',
      path: '/events.clear_task_log',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.19',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          allow_locked: 'boolean',
          threshold_sec: 'integer',
          include_metrics: {
            items: 'string',
          },
          exclude_metrics: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'login.supported_modes',
      family: 'login',
      path: '/login.supported_modes',
      methods: ['post'],
      twin: false,
      right: 'public',
      on: 'none',
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'login.logout',
      family: 'login',
      path: '/login.logout',
      methods: ['post'],
      twin: false,
      right: 'public',
      on: 'none',
      since: '2.13',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'models.get_by_id',
      family: 'models',
      path: '/models.get_by_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      since: '1.0',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
        },
      },
    },
    {
      id: 'models.get_by_task_id',
      family: 'models',
      path: '/models.get_by_task_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
        },
      },
    },
    {
      id: 'models.get_by_id_ex',
      family: 'models',
      path: '/models.get_by_id_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.11',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
        },
      },
    },
    {
      id: 'models.get_all_ex',
      family: 'models',
      path: '/models.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          include_subprojects: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          include_stats: 'boolean',
          allow_public: 'boolean',
        },
      },
    },
    {
      id: 'models.get_all',
      family: 'models',
      path: '/models.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          include_subprojects: 'boolean',
        },
      },
    },
    {
      id: 'models.get_frameworks',
      family: 'models',
      path: '/models.get_frameworks',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.8',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.update_for_task',
      family: 'models',
      path: '/models.update_for_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
        {
          kind: 'model',
          at: 'override_model_id',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          uri: 'string',
          name: 'string',
          comment: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          override_model_id: 'string',
          iteration: 'integer',
        },
      },
    },
    {
      id: 'models.create',
      family: 'models',
      path: '/models.create',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'home',
          at: 'project=default',
        },
        {
          kind: 'run',
          at: 'task',
          needs: 'read',
        },
        {
          kind: 'model',
          at: 'parent',
          needs: 'read',
        },
      ],
      since: '1.0',
      required: ['uri', 'name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          uri: 'string',
          name: 'string',
          comment: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          framework: 'string',
          design: 'object',
          labels: {
            values: 'integer',
          },
          ready: 'boolean',
          public: 'boolean',
          project: 'string',
          parent: 'string',
          task: 'string',
        },
      },
    },
    {
      id: 'models.edit',
      family: 'models',
      path: '/models.edit',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
        {
          kind: 'project',
          at: 'project',
        },
        {
          kind: 'run',
          at: 'task',
          needs: 'read',
        },
      ],
      since: '1.0',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          uri: 'string',
          name: 'string',
          comment: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          framework: 'string',
          design: 'object',
          labels: {
            values: 'integer',
          },
          ready: 'boolean',
          project: 'string',
          parent: 'string',
          task: 'string',
          iteration: 'integer',
        },
      },
    },
    {
      id: 'models.update',
      family: 'models',
      path: '/models.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
        {
          kind: 'project',
          at: 'project',
        },
        {
          kind: 'run',
          at: 'task',
          needs: 'read',
        },
      ],
      since: '1.0',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          name: 'string',
          comment: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          ready: 'boolean',
          created: 'string',
          ui_cache: 'object',
          project: 'string',
          task: 'string',
          iteration: 'integer',
        },
      },
    },
    {
      id: 'models.publish_many',
      family: 'models',
      path: '/models.publish_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          force_publish_task: 'boolean',
          publish_tasks: 'boolean',
        },
      },
    },
    {
      id: 'models.set_ready',
      family: 'models',
      path: '/models.set_ready',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      since: '1.0',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          force_publish_task: 'boolean',
          publish_task: 'boolean',
        },
      },
    },
    {
      id: 'models.archive_many',
      family: 'models',
      path: '/models.archive_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.unarchive_many',
      family: 'models',
      path: '/models.unarchive_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.delete_many',
      family: 'models',
      path: '/models.delete_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      needs: 'manage',
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'models.delete',
      family: 'models',
      path: '/models.delete',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      needs: 'manage',
      since: '1.0',
      required: ['model'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          force: 'boolean',
        },
      },
    },
    {
      id: 'models.make_public',
      family: 'models',
      path: '/models.make_public',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.make_private',
      family: 'models',
      path: '/models.make_private',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.move',
      family: 'models',
      path: '/models.move',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
        {
          kind: 'project',
          at: 'project',
        },
        {
          kind: 'project_path',
          at: 'project_name',
        },
      ],
      since: '2.12',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          project: 'string',
          project_name: 'string',
        },
      },
    },
    {
      id: 'models.add_or_update_metadata',
      family: 'models',
      path: '/models.add_or_update_metadata',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      since: '2.13',
      required: ['model', 'metadata'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          metadata: {
            items: 'MetadataItem',
          },
          replace_metadata: 'boolean',
        },
      },
    },
    {
      id: 'models.delete_metadata',
      family: 'models',
      path: '/models.delete_metadata',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'model',
        },
      ],
      since: '2.13',
      required: ['model', 'keys'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          model: 'string',
          keys: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'models.update_tags',
      family: 'models',
      path: '/models.update_tags',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'model',
          at: 'ids',
        },
      ],
      since: '2.27',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          add_tags: {
            items: 'string',
          },
          remove_tags: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'organization.get_tags',
      family: 'organization',
      path: '/organization.get_tags',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.8',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          include_system: 'boolean',
          filter: {
            fields: {
              tags: {
                items: 'string',
              },
              system_tags: {
                items: 'string',
              },
            },
          },
        },
      },
    },
    {
      id: 'organization.get_user_companies',
      family: 'organization',
      path: '/organization.get_user_companies',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.12',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'organization.get_entities_count',
      family: 'organization',
      path: '/organization.get_entities_count',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.20',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: 'object',
          tasks: 'object',
          models: 'object',
          pipelines: 'object',
          pipeline_runs: 'object',
          datasets: 'object',
          dataset_versions: 'object',
          search_hidden: 'boolean',
          active_users: {
            items: 'string',
          },
          reports: 'object',
          allow_public: 'boolean',
          limit: 'integer',
        },
      },
    },
    {
      id: 'organization.prepare_download_for_get_all',
      family: 'organization',
      path: '/organization.prepare_download_for_get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.26',
      required: ['entity_type', 'only_fields', 'field_mappings'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          only_fields: {
            items: 'string',
          },
          allow_public: 'boolean',
          search_hidden: 'boolean',
          entity_type: {
            enum: {
              task: 0,
              model: 1,
            },
          },
          field_mappings: {
            items: 'FieldMapping',
          },
        },
      },
    },
    {
      id: 'organization.download_for_get_all',
      family: 'organization',
      path: '/organization.download_for_get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.26',
      required: ['prepare_id'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          prepare_id: 'string',
        },
      },
    },
    {
      id: 'organization.get_project_usages',
      family: 'organization',
      path: '/organization.get_project_usages',
      methods: ['post'],
      twin: false,
      right: null,
      on: null,
      since: '2.34',
      required: ['projects', 'from_date', 'to_date'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
          from_date: 'string',
          to_date: 'string',
          include_development: 'boolean',
          breakdown_keys: {
            items: {
              enum: {
                project: 0,
                user: 1,
                queue: 2,
              },
            },
          },
          usage_fields: {
            items: {
              enum: {
                duration: 0,
                cpu_usage: 1,
                gpu_usage: 2,
              },
            },
          },
        },
      },
    },
    {
      id: 'pipelines.delete_runs',
      family: 'pipelines',
      path: '/pipelines.delete_runs',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      needs: 'manage',
      since: '2.26',
      required: ['ids', 'project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          project: 'string',
        },
      },
    },
    {
      id: 'pipelines.start_pipeline',
      family: 'pipelines',
      path: '/pipelines.start_pipeline',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.17',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          queue: 'string',
          args: {
            items: {
              fields: {
                name: 'string',
                value: 'string',
              },
            },
          },
          verify_watched_queue: 'boolean',
        },
      },
    },
    {
      id: 'projects.create',
      family: 'projects',
      path: '/projects.create',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: ['name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          description: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          default_output_destination: 'string',
        },
      },
    },
    {
      id: 'projects.get_by_id',
      family: 'projects',
      path: '/projects.get_by_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'project',
          at: 'project',
        },
      ],
      since: '1.0',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
        },
      },
    },
    {
      id: 'projects.get_all',
      family: 'projects',
      path: '/projects.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          shallow_search: 'boolean',
          search_hidden: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
        },
      },
    },
    {
      id: 'projects.get_all_ex',
      family: 'projects',
      path: '/projects.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          include_stats: 'boolean',
          stats_for_state: {
            enum: {
              active: 0,
              archived: 1,
            },
          },
          non_public: 'boolean',
          shallow_search: 'boolean',
          check_own_contents: 'boolean',
          search_hidden: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          stats_with_children: 'boolean',
          include_stats_filter: 'object',
          include_dataset_stats: 'boolean',
          allow_public: 'boolean',
          children_type: {
            enum: {
              pipeline: 0,
              report: 1,
              dataset: 2,
            },
          },
        },
      },
    },
    {
      id: 'projects.update',
      family: 'projects',
      path: '/projects.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project',
          at: 'project',
        },
      ],
      since: '1.0',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          name: 'string',
          description: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          default_output_destination: 'string',
        },
      },
    },
    {
      id: 'projects.move',
      family: 'projects',
      path: '/projects.move',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project_tree',
          at: 'project',
        },
        {
          kind: 'project_path',
          at: 'new_location',
        },
      ],
      since: '2.13',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          new_location: 'string',
        },
      },
    },
    {
      id: 'projects.merge',
      family: 'projects',
      path: '/projects.merge',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project_tree',
          at: 'project',
          needs: 'manage',
        },
        {
          kind: 'project',
          at: 'destination_project',
        },
      ],
      since: '2.13',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          destination_project: 'string',
        },
      },
    },
    {
      id: 'projects.validate_delete',
      family: 'projects',
      path: '/projects.validate_delete',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'project_tree',
          at: 'project',
        },
      ],
      since: '2.14',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
        },
      },
    },
    {
      id: 'projects.delete',
      family: 'projects',
      path: '/projects.delete',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project_tree',
          at: 'project',
        },
      ],
      needs: 'manage',
      since: '1.0',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          force: 'boolean',
          delete_contents: 'boolean',
          delete_external_artifacts: 'boolean',
        },
      },
    },
    {
      id: 'projects.get_unique_metric_variants',
      family: 'projects',
      path: '/projects.get_unique_metric_variants',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          include_subprojects: 'boolean',
          model_metrics: 'boolean',
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'projects.get_hyperparam_values',
      family: 'projects',
      path: '/projects.get_hyperparam_values',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.13',
      required: ['section', 'name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
          section: 'string',
          name: 'string',
          allow_public: 'boolean',
          include_subprojects: 'boolean',
          page: 'integer',
          page_size: 'integer',
          pattern: 'string',
        },
      },
    },
    {
      id: 'projects.get_hyper_parameters',
      family: 'projects',
      path: '/projects.get_hyper_parameters',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.9',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          page: 'integer',
          page_size: 'integer',
          include_subprojects: 'boolean',
        },
      },
    },
    {
      id: 'projects.get_model_metadata_values',
      family: 'projects',
      path: '/projects.get_model_metadata_values',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.17',
      required: ['key'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
          key: 'string',
          allow_public: 'boolean',
          include_subprojects: 'boolean',
          page: 'integer',
          page_size: 'integer',
        },
      },
    },
    {
      id: 'projects.get_model_metadata_keys',
      family: 'projects',
      path: '/projects.get_model_metadata_keys',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.17',
      required: ['project'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          project: 'string',
          include_subprojects: 'boolean',
          page: 'integer',
          page_size: 'integer',
        },
      },
    },
    {
      id: 'projects.get_project_tags',
      family: 'projects',
      path: '/projects.get_project_tags',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.17',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          include_system: 'boolean',
          projects: {
            items: 'string',
          },
          filter: {
            fields: {
              tags: {
                items: 'string',
              },
              system_tags: {
                items: 'string',
              },
            },
          },
        },
      },
    },
    {
      id: 'projects.get_task_tags',
      family: 'projects',
      path: '/projects.get_task_tags',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.8',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          include_system: 'boolean',
          projects: {
            items: 'string',
          },
          filter: {
            fields: {
              tags: {
                items: 'string',
              },
              system_tags: {
                items: 'string',
              },
            },
          },
        },
      },
    },
    {
      id: 'projects.get_model_tags',
      family: 'projects',
      path: '/projects.get_model_tags',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.8',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          include_system: 'boolean',
          projects: {
            items: 'string',
          },
          filter: {
            fields: {
              tags: {
                items: 'string',
              },
              system_tags: {
                items: 'string',
              },
            },
          },
        },
      },
    },
    {
      id: 'projects.make_public',
      family: 'projects',
      path: '/projects.make_public',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project',
          at: 'ids',
        },
      ],
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'projects.make_private',
      family: 'projects',
      path: '/projects.make_private',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project',
          at: 'ids',
        },
      ],
      since: '2.9',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'projects.get_task_parents',
      family: 'projects',
      path: '/projects.get_task_parents',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.12',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
          tasks_state: {
            enum: {
              active: 0,
              archived: 1,
            },
          },
          include_subprojects: 'boolean',
          task_name: 'string',
        },
      },
    },
    {
      id: 'projects.get_user_names',
      family: 'projects',
      path: '/projects.get_user_names',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.26',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
          include_subprojects: 'boolean',
          entity: {
            enum: {
              task: 0,
              model: 1,
            },
          },
        },
      },
    },
    {
      id: 'queues.get_by_id',
      family: 'queues',
      path: '/queues.get_by_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.4',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          max_task_entries: 'integer',
        },
      },
    },
    {
      id: 'queues.get_all_ex',
      family: 'queues',
      path: '/queues.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          max_task_entries: 'integer',
          search_hidden: 'boolean',
        },
      },
    },
    {
      id: 'queues.get_all',
      family: 'queues',
      path: '/queues.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          max_task_entries: 'integer',
          search_hidden: 'boolean',
        },
      },
    },
    {
      id: 'queues.get_default',
      family: 'queues',
      path: '/queues.get_default',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'queues.create',
      family: 'queues',
      path: '/queues.create',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.4',
      required: ['name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          metadata: {
            values: 'MetadataItem',
          },
          display_name: 'string',
        },
      },
    },
    {
      id: 'queues.update',
      family: 'queues',
      path: '/queues.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.4',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          metadata: {
            values: 'MetadataItem',
          },
          display_name: 'string',
        },
      },
    },
    {
      id: 'queues.delete',
      family: 'queues',
      path: '/queues.delete',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.4',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          force: 'boolean',
        },
      },
    },
    {
      id: 'queues.add_task',
      family: 'queues',
      path: '/queues.add_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
          update_execution_queue: 'boolean',
        },
      },
    },
    {
      id: 'queues.get_next_task',
      family: 'queues',
      path: '/queues.get_next_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'listed',
      since: '1.0',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          get_task_info: 'boolean',
          task: 'string',
        },
      },
    },
    {
      id: 'queues.remove_task',
      family: 'queues',
      path: '/queues.remove_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
          update_task_status: 'boolean',
        },
      },
    },
    {
      id: 'queues.clear_queue',
      family: 'queues',
      path: '/queues.clear_queue',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
        },
      },
    },
    {
      id: 'queues.move_task_forward',
      family: 'queues',
      path: '/queues.move_task_forward',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
          count: 'integer',
        },
      },
    },
    {
      id: 'queues.move_task_backward',
      family: 'queues',
      path: '/queues.move_task_backward',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
          count: 'integer',
        },
      },
    },
    {
      id: 'queues.move_task_to_front',
      family: 'queues',
      path: '/queues.move_task_to_front',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
        },
      },
    },
    {
      id: 'queues.move_task_to_back',
      family: 'queues',
      path: '/queues.move_task_to_back',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['queue', 'task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
        },
      },
    },
    {
      id: 'queues.get_queue_metrics',
      family: 'queues',
      path: '/queues.get_queue_metrics',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: ['from_date', 'to_date', 'interval'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          from_date: 'number',
          to_date: 'number',
          interval: 'integer',
          queue_ids: {
            items: 'string',
          },
          refresh: 'boolean',
        },
      },
    },
    {
      id: 'queues.add_or_update_metadata',
      family: 'queues',
      path: '/queues.add_or_update_metadata',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.13',
      required: ['queue', 'metadata'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          metadata: {
            items: 'MetadataItem',
          },
          replace_metadata: 'boolean',
        },
      },
    },
    {
      id: 'queues.delete_metadata',
      family: 'queues',
      path: '/queues.delete_metadata',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.13',
      required: ['queue', 'keys'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          keys: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'queues.peek_task',
      family: 'queues',
      path: '/queues.peek_task',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'listed',
      since: '2.15',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
        },
      },
    },
    {
      id: 'queues.get_num_entries',
      family: 'queues',
      path: '/queues.get_num_entries',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.15',
      required: ['queue'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
        },
      },
    },
    {
      id: 'reports.create',
      family: 'reports',
      path: '/reports.create',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'home',
          at: 'project=default',
        },
      ],
      since: '2.23',
      required: ['name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          tags: {
            items: 'string',
          },
          comment: 'string',
          report: 'string',
          project: 'string',
          report_assets: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'reports.update',
      family: 'reports',
      path: '/reports.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          name: 'string',
          tags: {
            items: 'string',
          },
          comment: 'string',
          report: 'string',
          report_assets: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'reports.move',
      family: 'reports',
      path: '/reports.move',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
        {
          kind: 'project',
          at: 'project',
        },
        {
          kind: 'project_path',
          at: 'project_name',
        },
      ],
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          project: 'string',
          project_name: 'string',
        },
      },
    },
    {
      id: 'reports.publish',
      family: 'reports',
      path: '/reports.publish',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          comment: 'string',
        },
      },
    },
    {
      id: 'reports.archive',
      family: 'reports',
      path: '/reports.archive',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          comment: 'string',
        },
      },
    },
    {
      id: 'reports.unarchive',
      family: 'reports',
      path: '/reports.unarchive',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          comment: 'string',
        },
      },
    },
    {
      id: 'reports.delete',
      family: 'reports',
      path: '/reports.delete',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      needs: 'manage',
      since: '2.23',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          force: 'boolean',
        },
      },
    },
    {
      id: 'reports.get_task_data',
      family: 'reports',
      path: '/reports.get_task_data',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.23',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          id: {
            items: 'string',
          },
          name: 'string',
          user: {
            items: 'string',
          },
          size: {
            least: 1,
          },
          order_by: {
            items: 'string',
          },
          type: {
            items: 'string',
          },
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          status: {
            items: 'TaskStatus',
          },
          project: {
            items: 'string',
          },
          only_fields: {
            items: 'string',
          },
          parent: 'string',
          status_changed: {
            items: 'string',
          },
          search_text: 'string',
          allow_public: 'boolean',
          _all_: 'MultiFieldPatternData',
          _any_: 'MultiFieldPatternData',
          'input.view.entries.dataset': {
            items: 'string',
          },
          'input.view.entries.version': {
            items: 'string',
          },
          search_hidden: 'boolean',
          include_subprojects: 'boolean',
          plots: {
            fields: {
              iters: 'integer',
              metrics: {
                items: 'MetricVariants',
              },
              last_iters_per_task_metric: 'boolean',
            },
          },
          debug_images: {
            fields: {
              iters: 'integer',
              metrics: {
                items: 'MetricVariants',
              },
            },
          },
          scalar_metrics_iter_histogram: {
            fields: {
              samples: 'integer',
              key: 'ScalarKey',
              metrics: {
                items: 'MetricVariants',
              },
            },
          },
          model_events: 'boolean',
          single_value_metrics: 'object',
        },
      },
    },
    {
      id: 'reports.get_all_ex',
      family: 'reports',
      path: '/reports.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.23',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          allow_public: 'boolean',
          include_subprojects: 'boolean',
        },
      },
    },
    {
      id: 'reports.get_tags',
      family: 'reports',
      path: '/reports.get_tags',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.23',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'server.get_stats',
      family: 'server',
      path: '/server.get_stats',
      methods: ['post'],
      twin: false,
      right: null,
      on: null,
      required: [],
      path_fields: [],
      query: {},
      body: null,
    },
    {
      id: 'server.config',
      family: 'server',
      path: '/server.config',
      methods: ['post'],
      twin: false,
      right: null,
      on: null,
      required: [],
      path_fields: [],
      query: {},
      body: null,
    },
    {
      id: 'server.info',
      family: 'server',
      path: '/server.info',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'server.endpoints',
      family: 'server',
      path: '/server.endpoints',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'server.report_stats_option',
      family: 'server',
      path: '/server.report_stats_option',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          enabled: 'boolean',
        },
      },
    },
    {
      id: 'serving.register_container',
      family: 'serving',
      path: '/serving.register_container',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: ['container_id', 'endpoint_name', 'model_name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          container_id: 'string',
          endpoint_name: 'string',
          endpoint_url: 'string',
          model_name: 'string',
          model_source: 'string',
          model_version: 'string',
          preprocess_artifact: 'string',
          input_type: 'string',
          input_size: 'string',
          reference: {
            items: {
              fields: {
                type: {
                  enum: {
                    app_id: 0,
                    app_instance: 1,
                    model: 2,
                    task: 3,
                    url: 4,
                  },
                },
                value: 'string',
              },
            },
          },
          timeout: 'integer',
        },
      },
    },
    {
      id: 'serving.unregister_container',
      family: 'serving',
      path: '/serving.unregister_container',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: ['container_id'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          container_id: 'string',
        },
      },
    },
    {
      id: 'serving.container_status_report',
      family: 'serving',
      path: '/serving.container_status_report',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: ['container_id', 'endpoint_name', 'model_name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          container_id: 'string',
          endpoint_name: 'string',
          endpoint_url: 'string',
          model_name: 'string',
          model_source: 'string',
          model_version: 'string',
          preprocess_artifact: 'string',
          input_type: 'string',
          input_size: 'string',
          reference: {
            items: {
              fields: {
                type: {
                  enum: {
                    app_id: 0,
                    app_instance: 1,
                    model: 2,
                    task: 3,
                    url: 4,
                  },
                },
                value: 'string',
              },
            },
          },
          uptime_sec: 'integer',
          requests_num: 'integer',
          requests_min: 'number',
          latency_ms: 'integer',
          machine_stats: 'MachineStats',
        },
      },
    },
    {
      id: 'serving.get_endpoints',
      family: 'serving',
      path: '/serving.get_endpoints',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.31',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'serving.get_loading_instances',
      family: 'serving',
      path: '/serving.get_loading_instances',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.31',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'serving.get_endpoint_details',
      family: 'serving',
      path: '/serving.get_endpoint_details',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.31',
      required: ['endpoint_url'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          endpoint_url: 'string',
        },
      },
    },
    {
      id: 'serving.get_endpoint_metrics_history',
      family: 'serving',
      path: '/serving.get_endpoint_metrics_history',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.31',
      required: ['endpoint_url', 'from_date', 'to_date', 'interval'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          endpoint_url: 'string',
          from_date: 'number',
          to_date: 'number',
          interval: 'integer',
          metric_type: {
            enum: {
              requests: 0,
              requests_min: 1,
              latency_ms: 2,
              cpu_count: 3,
              gpu_count: 4,
              cpu_util: 5,
              gpu_util: 6,
              ram_total: 7,
              ram_used: 8,
              ram_free: 9,
              gpu_ram_total: 10,
              gpu_ram_used: 11,
              gpu_ram_free: 12,
              network_rx: 13,
              network_tx: 14,
            },
          },
          instance_charts: 'boolean',
        },
      },
    },
    {
      id: 'storage.set_settings',
      family: 'storage',
      path: '/storage.set_settings',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          aws: 'Aws',
          google: 'Google',
          azure: 'Azure',
        },
      },
    },
    {
      id: 'storage.reset_settings',
      family: 'storage',
      path: '/storage.reset_settings',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.31',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          keys: {
            items: {
              enum: {
                azure: 0,
                aws: 1,
                google: 2,
              },
            },
          },
        },
      },
    },
    {
      id: 'storage.get_settings',
      family: 'storage',
      path: '/storage.get_settings',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.22',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'tasks.get_by_id',
      family: 'tasks',
      path: '/tasks.get_by_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
        },
      },
    },
    {
      id: 'tasks.get_by_id_ex',
      family: 'tasks',
      path: '/tasks.get_by_id_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.11',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
        },
      },
    },
    {
      id: 'tasks.get_all_ex',
      family: 'tasks',
      path: '/tasks.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          include_subprojects: 'boolean',
          search_hidden: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          allow_public: 'boolean',
        },
      },
    },
    {
      id: 'tasks.get_all',
      family: 'tasks',
      path: '/tasks.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          search_text: 'string',
          search_hidden: 'boolean',
          scroll_id: {
            nullable: 'string',
          },
          refresh_scroll: 'boolean',
          size: {
            least: 1,
          },
          include_subprojects: 'boolean',
        },
      },
    },
    {
      id: 'tasks.get_types',
      family: 'tasks',
      path: '/tasks.get_types',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.8',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          projects: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.clone',
      family: 'tasks',
      path: '/tasks.clone',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
          needs: 'read',
        },
        {
          kind: 'project',
          at: 'new_task_project',
        },
        {
          kind: 'project_path',
          at: 'new_project_name',
        },
        {
          kind: 'own',
          at: '',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          new_task_name: 'string',
          new_task_comment: 'string',
          new_task_tags: {
            items: 'string',
          },
          new_task_system_tags: {
            items: 'string',
          },
          new_task_parent: 'string',
          new_task_project: 'string',
          new_task_hyperparams: {
            values: 'SectionParams',
          },
          new_task_configuration: {
            values: 'ConfigurationItem',
          },
          execution_overrides: 'Execution',
          validate_references: 'boolean',
          new_project_name: 'string',
          new_task_input_models: {
            items: 'TaskModelItem',
          },
          new_task_container: {
            values: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.edit_runtime',
      family: 'tasks',
      path: '/tasks.edit_runtime',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.34',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          add_or_update: {
            values: 'string',
          },
          remove: {
            items: 'string',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.add_or_update_model',
      family: 'tasks',
      path: '/tasks.add_or_update_model',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
        {
          kind: 'model',
          at: 'model',
          needs: 'read',
        },
      ],
      since: '2.13',
      required: ['task', 'name', 'model', 'type'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          name: 'string',
          model: 'string',
          type: 'ModelType',
          iteration: 'integer',
        },
      },
    },
    {
      id: 'tasks.delete_models',
      family: 'tasks',
      path: '/tasks.delete_models',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.13',
      required: ['task', 'models'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          models: {
            items: {
              fields: {
                name: 'string',
                type: 'ModelType',
              },
            },
          },
        },
      },
    },
    {
      id: 'tasks.create',
      family: 'tasks',
      path: '/tasks.create',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'home',
          at: 'project=default',
        },
      ],
      since: '1.0',
      required: ['name', 'type'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          type: 'TaskType',
          comment: 'string',
          parent: 'string',
          project: 'string',
          output_dest: 'string',
          execution: 'Execution',
          script: 'Script',
          hyperparams: {
            values: 'SectionParams',
          },
          configuration: {
            values: 'ConfigurationItem',
          },
          models: 'TaskModels',
          container: {
            values: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.validate',
      family: 'tasks',
      path: '/tasks.validate',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'project',
          at: 'project',
          needs: 'read',
        },
      ],
      since: '1.0',
      required: ['name', 'type'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          type: 'TaskType',
          comment: 'string',
          parent: 'string',
          project: 'string',
          output_dest: 'string',
          execution: 'Execution',
          script: 'Script',
          hyperparams: {
            values: 'SectionParams',
          },
          configuration: {
            values: 'ConfigurationItem',
          },
          models: 'TaskModels',
          container: {
            values: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.update',
      family: 'tasks',
      path: '/tasks.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
        {
          kind: 'project',
          at: 'project',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          comment: 'string',
          project: 'string',
          output__error: 'string',
          created: 'string',
        },
      },
    },
    {
      id: 'tasks.update_batch',
      family: 'tasks',
      path: '/tasks.update_batch',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'own',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'text',
    },
    {
      id: 'tasks.edit',
      family: 'tasks',
      path: '/tasks.edit',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
        {
          kind: 'project',
          at: 'project',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          status: 'TaskStatus',
          force: 'boolean',
          name: 'string',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          type: 'TaskType',
          comment: 'string',
          parent: 'string',
          project: 'string',
          output_dest: 'string',
          execution: 'Execution',
          script: 'Script',
          hyperparams: {
            values: 'SectionParams',
          },
          configuration: {
            values: 'ConfigurationItem',
          },
          models: 'TaskModels',
          container: {
            values: 'string',
          },
          runtime: 'object',
        },
      },
    },
    {
      id: 'tasks.reset',
      family: 'tasks',
      path: '/tasks.reset',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          clear_all: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          return_file_urls: 'boolean',
          delete_output_models: 'boolean',
          delete_external_artifacts: 'boolean',
        },
      },
    },
    {
      id: 'tasks.reset_many',
      family: 'tasks',
      path: '/tasks.reset_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          force: 'boolean',
          clear_all: 'boolean',
          return_file_urls: 'boolean',
          delete_output_models: 'boolean',
          delete_external_artifacts: 'boolean',
        },
      },
    },
    {
      id: 'tasks.delete_many',
      family: 'tasks',
      path: '/tasks.delete_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      needs: 'manage',
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          move_to_trash: 'boolean',
          force: 'boolean',
          return_file_urls: 'boolean',
          delete_output_models: 'boolean',
          delete_external_artifacts: 'boolean',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.delete',
      family: 'tasks',
      path: '/tasks.delete',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      needs: 'manage',
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          move_to_trash: 'boolean',
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          return_file_urls: 'boolean',
          delete_output_models: 'boolean',
          delete_external_artifacts: 'boolean',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.archive',
      family: 'tasks',
      path: '/tasks.archive',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'tasks',
        },
      ],
      since: '2.12',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.archive_many',
      family: 'tasks',
      path: '/tasks.archive_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.unarchive_many',
      family: 'tasks',
      path: '/tasks.unarchive_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.started',
      family: 'tasks',
      path: '/tasks.started',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
        },
      },
    },
    {
      id: 'tasks.stop',
      family: 'tasks',
      path: '/tasks.stop',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.stop_many',
      family: 'tasks',
      path: '/tasks.stop_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          force: 'boolean',
          include_pipeline_steps: 'boolean',
        },
      },
    },
    {
      id: 'tasks.stopped',
      family: 'tasks',
      path: '/tasks.stopped',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
        },
      },
    },
    {
      id: 'tasks.failed',
      family: 'tasks',
      path: '/tasks.failed',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
        },
      },
    },
    {
      id: 'tasks.close',
      family: 'tasks',
      path: '/tasks.close',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
        },
      },
    },
    {
      id: 'tasks.publish',
      family: 'tasks',
      path: '/tasks.publish',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          publish_model: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
        },
      },
    },
    {
      id: 'tasks.publish_many',
      family: 'tasks',
      path: '/tasks.publish_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          force: 'boolean',
          publish_model: 'boolean',
        },
      },
    },
    {
      id: 'tasks.enqueue',
      family: 'tasks',
      path: '/tasks.enqueue',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          queue: 'string',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          queue_name: 'string',
          verify_watched_queue: 'boolean',
          update_execution_queue: 'boolean',
        },
      },
    },
    {
      id: 'tasks.enqueue_many',
      family: 'tasks',
      path: '/tasks.enqueue_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          queue: 'string',
          validate_tasks: 'boolean',
          queue_name: 'string',
          verify_watched_queue: 'boolean',
        },
      },
    },
    {
      id: 'tasks.dequeue',
      family: 'tasks',
      path: '/tasks.dequeue',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          remove_from_all_queues: 'boolean',
          new_status: 'string',
        },
      },
    },
    {
      id: 'tasks.dequeue_many',
      family: 'tasks',
      path: '/tasks.dequeue_many',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.13',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          status_reason: 'string',
          status_message: 'string',
          remove_from_all_queues: 'boolean',
          new_status: 'string',
        },
      },
    },
    {
      id: 'tasks.set_requirements',
      family: 'tasks',
      path: '/tasks.set_requirements',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'requirements'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          requirements: 'object',
        },
      },
    },
    {
      id: 'tasks.completed',
      family: 'tasks',
      path: '/tasks.completed',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.2',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          force: 'boolean',
          task: 'string',
          status_reason: 'string',
          status_message: 'string',
          publish: 'boolean',
        },
      },
    },
    {
      id: 'tasks.ping',
      family: 'tasks',
      path: '/tasks.ping',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
        },
      },
    },
    {
      id: 'tasks.add_or_update_artifacts',
      family: 'tasks',
      path: '/tasks.add_or_update_artifacts',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.10',
      required: ['task', 'artifacts'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          artifacts: {
            items: 'Artifact',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.delete_artifacts',
      family: 'tasks',
      path: '/tasks.delete_artifacts',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.10',
      required: ['task', 'artifacts'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          artifacts: {
            items: 'ArtifactId',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.make_public',
      family: 'tasks',
      path: '/tasks.make_public',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.make_private',
      family: 'tasks',
      path: '/tasks.make_private',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.get_hyper_params',
      family: 'tasks',
      path: '/tasks.get_hyper_params',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.edit_hyper_params',
      family: 'tasks',
      path: '/tasks.edit_hyper_params',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'hyperparams'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          hyperparams: {
            items: 'ParamsItem',
          },
          replace_hyperparams: 'ReplaceHyperparams',
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.delete_hyper_params',
      family: 'tasks',
      path: '/tasks.delete_hyper_params',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'hyperparams'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          hyperparams: {
            items: 'ParamKey',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.get_configurations',
      family: 'tasks',
      path: '/tasks.get_configurations',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          names: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'tasks.get_configuration_names',
      family: 'tasks',
      path: '/tasks.get_configuration_names',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: [
        {
          kind: 'run',
          at: 'tasks',
        },
      ],
      since: '1.0',
      required: ['tasks'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          tasks: {
            items: 'string',
          },
          skip_empty: 'boolean',
        },
      },
    },
    {
      id: 'tasks.edit_configuration',
      family: 'tasks',
      path: '/tasks.edit_configuration',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'configuration'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          configuration: {
            items: 'ConfigurationItem',
          },
          replace_configuration: 'boolean',
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.delete_configuration',
      family: 'tasks',
      path: '/tasks.delete_configuration',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '1.0',
      required: ['task', 'configuration'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          task: 'string',
          configuration: {
            items: 'string',
          },
          force: 'boolean',
        },
      },
    },
    {
      id: 'tasks.move',
      family: 'tasks',
      path: '/tasks.move',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
        {
          kind: 'project',
          at: 'project',
        },
        {
          kind: 'project_path',
          at: 'project_name',
        },
      ],
      since: '2.12',
      required: ['ids'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          project: 'string',
          project_name: 'string',
        },
      },
    },
    {
      id: 'tasks.update_tags',
      family: 'tasks',
      path: '/tasks.update_tags',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'ids',
        },
      ],
      since: '2.27',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          ids: {
            items: 'string',
          },
          add_tags: {
            items: 'string',
          },
          remove_tags: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'users.get_by_id',
      family: 'users',
      path: '/users.get_by_id',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: ['user'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          user: 'string',
        },
      },
    },
    {
      id: 'users.get_current_user',
      family: 'users',
      path: '/users.get_current_user',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'users.get_all_ex',
      family: 'users',
      path: '/users.get_all_ex',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          id: {
            items: 'string',
          },
          only_fields: {
            items: 'string',
          },
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          order_by: {
            items: 'string',
          },
          active_in_projects: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'users.get_all',
      family: 'users',
      path: '/users.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          name: 'string',
          id: {
            items: 'string',
          },
          only_fields: {
            items: 'string',
          },
          page: {
            least: 0,
          },
          page_size: {
            least: 1,
          },
          order_by: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'users.delete',
      family: 'users',
      path: '/users.delete',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: ['user'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          user: 'string',
        },
      },
    },
    {
      id: 'users.create',
      family: 'users',
      path: '/users.create',
      methods: ['post'],
      twin: false,
      right: 'admin',
      on: 'none',
      since: '1.0',
      required: ['company', 'id', 'name'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          id: 'string',
          company: 'string',
          name: 'string',
          given_name: 'string',
          family_name: 'string',
          avatar: 'string',
        },
      },
    },
    {
      id: 'users.update',
      family: 'users',
      path: '/users.update',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: ['user'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          user: 'string',
          name: 'string',
          given_name: 'string',
          family_name: 'string',
          avatar: 'string',
        },
      },
    },
    {
      id: 'users.get_preferences',
      family: 'users',
      path: '/users.get_preferences',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '1.0',
      required: [],
      path_fields: [],
      query: {},
      body: 'object',
    },
    {
      id: 'users.set_preferences',
      family: 'users',
      path: '/users.set_preferences',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '1.0',
      required: ['preferences'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          preferences: 'object',
          return_updated: 'boolean',
        },
      },
    },
    {
      id: 'workers.get_all',
      family: 'workers',
      path: '/workers.get_all',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'listed',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          last_seen: 'integer',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          worker_pattern: 'string',
        },
      },
    },
    {
      id: 'workers.get_count',
      family: 'workers',
      path: '/workers.get_count',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.26',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          last_seen: 'integer',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          worker_pattern: 'string',
        },
      },
    },
    {
      id: 'workers.register',
      family: 'workers',
      path: '/workers.register',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.4',
      required: ['worker'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          worker: 'string',
          timeout: 'integer',
          queues: {
            items: 'string',
          },
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
          resources: {
            fields: {
              cpu_usage: 'number',
              gpu_usage: 'number',
            },
          },
        },
      },
    },
    {
      id: 'workers.unregister',
      family: 'workers',
      path: '/workers.unregister',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: 'none',
      since: '2.4',
      required: ['worker'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          worker: 'string',
        },
      },
    },
    {
      id: 'workers.status_report',
      family: 'workers',
      path: '/workers.status_report',
      methods: ['post'],
      twin: false,
      right: 'write',
      on: [
        {
          kind: 'run',
          at: 'task',
        },
      ],
      since: '2.4',
      required: ['worker', 'timestamp'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          worker: 'string',
          task: 'string',
          queue: 'string',
          queues: {
            items: 'string',
          },
          timestamp: 'integer',
          machine_stats: 'MachineStats',
          tags: {
            items: 'string',
          },
          system_tags: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'workers.get_metric_keys',
      family: 'workers',
      path: '/workers.get_metric_keys',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: [],
      path_fields: [],
      query: {},
      body: {
        fields: {
          worker_ids: {
            items: 'string',
          },
        },
      },
    },
    {
      id: 'workers.get_stats',
      family: 'workers',
      path: '/workers.get_stats',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: ['from_date', 'to_date', 'interval', 'items'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          worker_ids: {
            items: 'string',
          },
          from_date: 'number',
          to_date: 'number',
          interval: 'integer',
          items: {
            items: 'StatItem',
          },
          split_by_variant: 'boolean',
          split_by_resource: 'boolean',
        },
      },
    },
    {
      id: 'workers.get_activity_report',
      family: 'workers',
      path: '/workers.get_activity_report',
      methods: ['post'],
      twin: false,
      right: 'read',
      on: 'none',
      since: '2.4',
      required: ['from_date', 'to_date', 'interval'],
      path_fields: [],
      query: {},
      body: {
        fields: {
          from_date: 'number',
          to_date: 'number',
          interval: 'integer',
        },
      },
    },
  ],
  messages: {
    Role: {
      enum: {
        admin: 0,
        superuser: 1,
        user: 2,
        annotator: 3,
      },
    },
    TaskMetricVariants: {
      fields: {
        task: 'string',
        metric: 'string',
        variants: {
          items: 'string',
        },
      },
    },
    EventType: {
      enum: {
        training_stats_scalar: 0,
        training_stats_vector: 1,
        training_debug_image: 2,
        plot: 3,
        log: 4,
      },
    },
    MetricVariants: {
      fields: {
        metric: 'string',
        variants: {
          items: 'string',
        },
      },
    },
    ScalarKey: {
      enum: {
        iter: 0,
        timestamp: 1,
        iso_time: 2,
      },
    },
    MetadataItem: {
      fields: {
        key: 'string',
        type: 'string',
        value: 'string',
      },
    },
    FieldMapping: {
      fields: {
        field: 'string',
        name: 'string',
        values: {
          items: 'ValueMapping',
        },
      },
    },
    ValueMapping: {
      fields: {
        key: 'any',
        value: 'any',
      },
    },
    TaskStatus: {
      enum: {
        created: 0,
        queued: 1,
        in_progress: 2,
        stopped: 3,
        published: 4,
        publishing: 5,
        closed: 6,
        failed: 7,
        completed: 8,
        unknown: 9,
      },
    },
    MultiFieldPatternData: {
      fields: {
        pattern: 'string',
        datetime: 'string',
        fields: {
          items: 'string',
        },
      },
    },
    MachineStats: {
      fields: {
        cpu_usage: {
          items: 'number',
        },
        gpu_usage: {
          items: 'number',
        },
        memory_used: 'number',
        memory_free: 'number',
        gpu_memory_free: {
          items: 'number',
        },
        gpu_memory_used: {
          items: 'number',
        },
        network_tx: 'number',
        network_rx: 'number',
        disk_free_home: 'number',
        disk_free_temp: 'number',
        disk_read: 'number',
        disk_write: 'number',
        cpu_temperature: {
          items: 'number',
        },
        gpu_temperature: {
          items: 'number',
        },
      },
    },
    Aws: {
      fields: {
        key: 'string',
        secret: 'string',
        region: 'string',
        token: 'string',
        use_credentials_chain: 'boolean',
        buckets: {
          items: 'AwsBucket',
        },
      },
    },
    AwsBucket: {
      fields: {
        bucket: 'string',
        subdir: 'string',
        host: 'string',
        key: 'string',
        secret: 'string',
        token: 'string',
        multipart: 'boolean',
        acl: 'string',
        secure: 'boolean',
        region: 'string',
        verify: 'boolean',
        use_credentials_chain: 'boolean',
      },
    },
    Google: {
      fields: {
        project: 'string',
        credentials_json: 'string',
        buckets: {
          items: 'GoogleBucket',
        },
      },
    },
    GoogleBucket: {
      fields: {
        bucket: 'string',
        project: 'string',
        subdir: 'string',
        credentials_json: 'string',
      },
    },
    Azure: {
      fields: {
        containers: {
          items: 'AzureContainer',
        },
      },
    },
    AzureContainer: {
      fields: {
        account_name: 'string',
        account_key: 'string',
        container_name: 'string',
      },
    },
    SectionParams: {
      values: 'ParamsItem',
    },
    ParamsItem: {
      fields: {
        section: 'string',
        name: 'string',
        value: 'string',
        type: 'string',
        description: 'string',
      },
    },
    ConfigurationItem: {
      fields: {
        name: 'string',
        value: 'string',
        type: 'string',
        description: 'string',
      },
    },
    Execution: {
      fields: {
        queue: 'string',
        parameters: 'object',
        model: 'string',
        model_desc: 'object',
        model_labels: {
          values: 'integer',
        },
        framework: 'string',
        docker_cmd: 'string',
        artifacts: {
          items: 'Artifact',
        },
      },
    },
    Artifact: {
      fields: {
        key: 'string',
        type: 'string',
        mode: 'ArtifactMode',
        uri: 'string',
        content_size: 'integer',
        hash: 'string',
        timestamp: 'integer',
        type_data: 'ArtifactTypeData',
        display_data: {
          items: {
            items: 'string',
          },
        },
      },
    },
    ArtifactMode: {
      enum: {
        input: 0,
        output: 1,
      },
    },
    ArtifactTypeData: {
      fields: {
        preview: 'string',
        content_type: 'string',
        data_hash: 'string',
      },
    },
    TaskModelItem: {
      fields: {
        name: 'string',
        model: 'string',
      },
    },
    ModelType: {
      enum: {
        input: 0,
        output: 1,
      },
    },
    TaskType: {
      enum: {
        training: 0,
        testing: 1,
        inference: 2,
        data_processing: 3,
        application: 4,
        monitor: 5,
        controller: 6,
        optimizer: 7,
        service: 8,
        qc: 9,
        report: 10,
        custom: 11,
      },
    },
    Script: {
      fields: {
        binary: 'string',
        repository: 'string',
        tag: 'string',
        branch: 'string',
        version_num: 'string',
        entry_point: 'string',
        working_dir: 'string',
        requirements: 'any',
        diff: 'string',
      },
    },
    TaskModels: {
      fields: {
        input: {
          items: 'TaskModelItem',
        },
        output: {
          items: 'TaskModelItem',
        },
      },
    },
    ArtifactId: {
      fields: {
        key: 'string',
        mode: 'ArtifactMode',
      },
    },
    ReplaceHyperparams: {
      enum: {
        none: 0,
        section: 1,
        all: 2,
      },
    },
    ParamKey: {
      fields: {
        section: 'string',
        name: 'string',
      },
    },
    StatItem: {
      fields: {
        key: {
          enum: {
            cpu_usage: 0,
            cpu_temperature: 1,
            memory_used: 2,
            memory_free: 3,
            gpu_usage: 4,
            gpu_temperature: 5,
            gpu_fraction: 6,
            gpu_memory_free: 7,
            gpu_memory_used: 8,
            network_tx: 9,
            network_rx: 10,
            disk_free_home: 11,
            disk_free_temp: 12,
            disk_read: 13,
            disk_write: 14,
          },
        },
        category: 'AggregationType',
      },
    },
    AggregationType: {
      enum: {
        avg: 0,
        min: 1,
        max: 2,
      },
    },
  },
};
