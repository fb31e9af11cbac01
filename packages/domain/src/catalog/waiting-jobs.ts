import { WaitingCount } from "@vitrina/domain/core";
import * as z from "zod";

/** For so many days a failure is told to whoever opens the back office. */
export const FAILURES_TOLD = 7;

/** Imports or edits that the worker is at, and those that failed in the last days. */
export const WaitingJobs = z.object({ running: WaitingCount, failed: WaitingCount });
export type WaitingJobs = z.infer<typeof WaitingJobs>;

/** From when on failures are told. */
export const failuresSince = (now: Date): Date => new Date(now.getTime() - FAILURES_TOLD * 24 * 3_600_000);
