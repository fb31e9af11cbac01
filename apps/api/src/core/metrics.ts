import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** The process's own figures for Prometheus. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "vitrina_http_request_seconds",
    help: "Time to answer, by kind of request and status class",
    labelNames: ["kind", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const refusals = new Counter({
    name: "vitrina_gate_refusals_total",
    help: "Requests turned away at the door, by status",
    labelNames: ["status"],
    registers: [registry],
  });
  const refused = new Counter({
    name: "vitrina_refusals_total",
    help: "Calls refused, by procedure and code; auth.signIn with auth.bad-credentials or core.rate-limited is guessing",
    labelNames: ["procedure", "code"],
    registers: [registry],
  });
  return {
    requests,
    refusals,
    refused: (procedure: string, code: string) => refused.inc({ procedure, code }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
