import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type Import = inferOutput<Api["catalog"]["imports"]["get"]>;
export type ImportFault = inferOutput<Api["catalog"]["imports"]["faults"]>["rows"][number];

/** Whether the worker is at it. */
export const isUnderWay = ({ state }: Pick<Import, "state">): boolean =>
  state === "checking" || state === "running" || state === "undoing";
