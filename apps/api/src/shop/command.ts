import type { ParseArgsOptionsConfig } from "node:util";
import type { Database } from "@vitrina/db";
import type { Clock } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { Env } from "#env.ts";
import type { Services } from "#services.ts";

export interface Operator {
  services: Services;
  db: Kysely<Database>;
  env: Env;
  now: Clock;
}

export interface OperatorCommand {
  /** One line of the list of commands. */
  summary: string;
  help: string;
  options?: ParseArgsOptionsConfig;
  /** Throws Misuse before anything is opened. */
  check?(args: Arguments): Promise<void>;
  run(operator: Operator, args: Arguments): Promise<void>;
}

export interface Arguments {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

/** The command was called in a way that makes no sense; the message says how to. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}
