import { measureCurves } from './curve-probe.ts';
import type { FillName } from './fill.ts';
import type { LoadGenerator } from './load-generator.ts';
import type { LoadName } from './loads.ts';
import type { Figures } from './measuring.ts';
import type { Plan } from './plan.ts';
import { bytesPerRow, copyPoints, memoryMib, peakMemoryMib } from './probes.ts';
import type { PeerName } from './programs.ts';
import type { Subject, SubjectName } from './subjects.ts';

/** What a measurement works with. */
export interface Bench {
  plan: Plan;
  generator: LoadGenerator;
  /** A database with our schema and nothing in it. */
  scratchUrl: string;
}

/** One figure of a row: a line of the table, with the bars it has to reach. */
export interface Line {
  figure: string;
  title: string;
  /** Decimals shown. */
  digits: number;
  less?: 'is better';
  /** How many times better than a peer ours has to be. */
  over?: Partial<Record<PeerName, number>>;
  atLeast?: number;
  atMost?: number;
}

/** One kind of work, measured on every server in turn. */
export interface Row {
  name: string;
  lines: Line[];
  /** Measured once, whatever the plan says. */
  once?: true;
  /** The data it needs. */
  filled?: FillName;
  /** Servers it is not measured on, and why. */
  without?: Partial<Record<SubjectName, string>>;
  measure(subject: Subject, bench: Bench, round: number): Promise<Figures>;
}

const load = (name: LoadName) => (subject: Subject, bench: Bench) =>
  bench.generator.run({ load: name, target: subject.target, plan: bench.plan });

/** What only the original server has, too. */
const noGenai = { fasttrackml: 'has no such call' } as const;

/** Rows of the ClearML door. */
const noClearml = { mlflow: 'does not speak ClearML', fasttrackml: 'does not speak ClearML' } as const;

/** Every row, in the order measured: memory first, while the servers are fresh. */
export const rows: readonly Row[] = [
  {
    name: 'memory',
    lines: [{ figure: 'mib', title: 'idle memory after a light load, MiB', digits: 0, less: 'is better', atMost: 150 }],
    once: true,
    async measure(subject, bench) {
      await load('light')(subject, bench);
      return { mib: await memoryMib(subject.pid) };
    },
  },
  {
    name: 'artifact',
    lines: [
      { figure: 'growth', title: 'memory growth, large artifact up and down, MiB', digits: 0, less: 'is better', atMost: 64 },
      { figure: 'upload', title: 'artifact upload, MiB/s', digits: 0 },
      { figure: 'download', title: 'artifact download, MiB/s', digits: 0 },
    ],
    once: true,
    without: { fasttrackml: 'does not pass artifacts through itself' },
    async measure(subject, bench) {
      await load('light')(subject, bench);
      const before = await memoryMib(subject.pid);
      const work = load('artifact')(subject, bench);
      const peak = await peakMemoryMib(subject.pid, work);
      return { ...(await work), growth: peak - before };
    },
  },
  {
    name: 'log-metric',
    lines: [{ figure: 'calls', title: 'single log-metric, calls/s', digits: 0, over: { mlflow: 25, fasttrackml: 6 } }],
    measure: load('logMetric'),
  },
  {
    name: 'log-batch',
    lines: [
      { figure: 'points', title: 'log-batch of 1,000 metrics, points/s', digits: 0, over: { mlflow: 8, fasttrackml: 2.5 } },
      { figure: 'copy', title: '  COPY of such points into our table, points/s', digits: 0 },
      { figure: 'share', title: '  log-batch / COPY', digits: 2, atLeast: 0.35 },
    ],
    async measure(subject, bench, round) {
      const figures = await load('logBatch')(subject, bench);
      if (subject.name !== 'trackbridge') return figures;
      const copy = await copyPoints(bench.scratchUrl, bench.plan.copiedPoints, 1 + round * 8);
      return { ...figures, copy, share: (figures['points'] as number) / copy };
    },
  },
  {
    name: 'small-runs',
    lines: [
      { figure: 'runs', title: 'small runs (create, log, finish), runs/s', digits: 0, over: { mlflow: 15, fasttrackml: 4 } },
    ],
    measure: load('smallRuns'),
  },
  {
    name: 'search',
    lines: [
      { figure: 'ms', title: 'search, 100 results, p50 ms', digits: 1, less: 'is better', over: { mlflow: 10, fasttrackml: 4 } },
    ],
    filled: 'runs',
    measure: load('search'),
  },
  {
    name: 'pages',
    lines: [
      { figure: 'runs', title: 'page through all runs, runs/s', digits: 0, over: { mlflow: 7 } },
      { figure: 'last', title: '  last full page / first page, time', digits: 2, less: 'is better', atMost: 1.5 },
    ],
    filled: 'runs',
    measure: load('pages'),
  },
  {
    name: 'tasks-page',
    lines: [
      { figure: 'ms', title: 'tasks.get_all_ex, 100 of all tasks, p50 ms', digits: 1, less: 'is better' },
      { figure: 'share', title: '  such a page / the same of runs/search', digits: 2, less: 'is better', atMost: 1 },
    ],
    filled: 'runs',
    without: noClearml,
    measure: load('tasksPage'),
  },
  {
    name: 'status-poll',
    lines: [
      { figure: 'polls', title: 'status polls of running tasks, calls/s', digits: 0 },
      { figure: 'share', title: '  polls / single log-metric', digits: 2, atLeast: 0.5 },
    ],
    without: noClearml,
    measure: load('statusPoll'),
  },
  {
    name: 'add-batch',
    lines: [
      { figure: 'points', title: 'events.add_batch of 1,000 scalars, points/s', digits: 0 },
      { figure: 'share', title: '  add_batch / log-batch', digits: 2, atLeast: 0.8 },
    ],
    without: noClearml,
    measure: load('addBatch'),
  },
  {
    name: 'curves',
    lines: [
      { figure: 'ms', title: 'histograms of 10 x 100,000 points, p50 ms', digits: 0, less: 'is better' },
      { figure: 'share', title: '  histograms / plain SQL of the means, time', digits: 2, less: 'is better', atMost: 1.5 },
      { figure: 'apart', title: '  greatest distance of their means', digits: 9, less: 'is better', atMost: 1e-6 },
    ],
    once: true,
    without: noClearml,
    measure: (subject, { plan }) => measureCurves(subject, plan, 100_000),
  },
  {
    name: 'short-curves',
    // the original takes 124 to 150 ms on such a machine
    lines: [
      { figure: 'ms', title: 'histograms of 10 x 10,000 points, p50 ms', digits: 1, less: 'is better', atMost: 124 / 5 },
      { figure: 'share', title: '  histograms / plain SQL of the means, time', digits: 2, less: 'is better' },
    ],
    once: true,
    without: noClearml,
    measure: (subject, { plan }) => measureCurves(subject, plan, 10_000),
  },
  {
    name: 'history',
    lines: [{ figure: 'points', title: 'long history, points/s', digits: 0, over: { mlflow: 8, fasttrackml: 1.3 } }],
    filled: 'runs',
    measure: load('history'),
  },
  {
    name: 'interval',
    lines: [{ figure: 'ms', title: '320 points of a long curve, p50 ms', digits: 1, less: 'is better', over: { mlflow: 20 } }],
    filled: 'runs',
    without: { fasttrackml: 'has no such call' },
    measure: load('interval'),
  },
  {
    name: 'spans',
    lines: [{ figure: 'spans', title: 'OTLP, 100 spans in each export, spans/s', digits: 0, over: { mlflow: 8 } }],
    without: noGenai,
    measure: load('exportSpans'),
  },
  {
    name: 'traces',
    lines: [
      { figure: 'newest', title: 'the newest 100 traces, p50 ms', digits: 1, less: 'is better', over: { mlflow: 10 } },
      {
        figure: 'filtered',
        title: '100 traces by tag, state and duration, p50 ms',
        digits: 1,
        less: 'is better',
        over: { mlflow: 10 },
      },
    ],
    filled: 'traces',
    without: noGenai,
    measure: load('searchTraces'),
  },
  {
    name: 'ui',
    lines: [
      {
        figure: 'ms',
        title: "what MLflow's home and table of runs ask, p50 ms",
        digits: 1,
        less: 'is better',
        over: { mlflow: 8 },
      },
    ],
    filled: 'runs',
    without: noGenai,
    measure: load('openPages'),
  },
  {
    name: 'registry',
    lines: [{ figure: 'ms', title: 'search of registered models, p50 ms', digits: 1, less: 'is better', over: { mlflow: 10 } }],
    filled: 'models',
    without: noGenai,
    measure: load('searchModels'),
  },
  {
    name: 'bytes',
    lines: [{ figure: 'bytes', title: 'bytes per history point with indexes', digits: 0, less: 'is better', atMost: 120 }],
    once: true,
    filled: 'runs',
    async measure(subject) {
      return { bytes: await bytesPerRow(subject.databaseUrl, subject.name === 'trackbridge' ? 'points' : 'metrics') };
    },
  },
];
