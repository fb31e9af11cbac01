import { randomUUID } from "node:crypto";
import type { Server } from "./server.ts";
import { fromAnywhere, mutation } from "./shopping.ts";
import type { Stage } from "./stage.ts";

export const PASSWORD = "four unrelated words here";

/** One table, and whether a goal in it is missed by so much that no busy machine explains it. */
export interface Found {
  rows: string[][];
  missed: boolean;
}
export interface Scene extends Pick<Stage, "goods" | "pool" | "postgresCpu"> {
  server: Server;
  /** Addresses of shoppers, all with PASSWORD. */
  accounts: string[];
  quick: boolean;
}
export type Part = (scene: Scene) => Promise<Found>;

export const address = () => `${randomUUID()}@bench.example`;
export const signUp = (email: string) =>
  mutation("auth.signUp", { email, password: PASSWORD, name: "Bench", locale: "en" }, fromAnywhere());
export const signIn = (email: string, password = PASSWORD) =>
  mutation("auth.signIn", { email, password }, fromAnywhere());
