import { setTimeout } from "node:timers/promises";
import type { Once } from "@vitrina/domain/auth";

/** Several times what a transaction takes, and too short to be felt behind a hash. */
const MILLISECONDS = 50;

/** Ends no earlier than that after the writing began, so that the time does not tell what was written. */
export const evenly =
  (once: Once): Once =>
  async (work) => {
    const moment = setTimeout(MILLISECONDS);
    try {
      return await once(work);
    } finally {
      await moment;
    }
  };
