/**
 * Attributes as MLflow keeps them: each value as JSON text, spelled as Python does. It is the same for all types: a text in quotes, a
 * whole number without a point, a double with one, bytes as Python shows them.
 */
export type Attributes = Map<string, string>;

export interface OtlpEvent {
  name: string;
  timeNs: bigint;
  attributes: Attributes;
}

export interface OtlpLink {
  /** Lower hex. */
  traceId: string;
  spanId: string;
  attributes: Attributes;
}

/** A span as OpenTelemetry's exporters send it, in protobuf or in JSON. */
export interface OtlpSpan {
  /** 32 lower hex. */
  traceId: string;
  /** 16 lower hex. */
  spanId: string;
  /** Null for a root. */
  parentId: string | null;
  name: string;
  startedNs: bigint;
  /** 0 when it has not ended. */
  endedNs: bigint;
  /** A text that holds the JSON of a text, list or object is kept as that JSON, as in the original. */
  attributes: Attributes;
  events: OtlpEvent[];
  links: OtlpLink[];
  /** 1 is well, 2 is an error, anything else says nothing. */
  statusCode: number;
  statusMessage: string;
  /** What the program that made it says of itself; shared by many spans. */
  resource: Attributes;
}
