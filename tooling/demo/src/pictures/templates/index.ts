import * as electronics from "./electronics.ts";
import * as furniture from "./furniture.ts";
import * as interior from "./interior.ts";
import * as paper from "./paper.ts";
import * as tableware from "./tableware.ts";
import * as wear from "./wear.ts";
import type { Template } from "./template.ts";

export type TemplateName =
  | keyof typeof electronics
  | keyof typeof furniture
  | keyof typeof interior
  | keyof typeof paper
  | keyof typeof tableware
  | keyof typeof wear;

export const templates: Record<TemplateName, Template> = {
  ...electronics,
  ...furniture,
  ...interior,
  ...paper,
  ...tableware,
  ...wear,
};
