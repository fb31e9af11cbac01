import { maskEmail, maskPhone } from "./mask.ts";

/** Who acted: a person, the shop by itself, or whoever runs the shop by its commands. */
export type Actor = { kind: "user"; id: string } | { kind: "system" | "operator" };
export type ActorKind = Actor["kind"];

/**
 * An act worth remembering, CORE-09. `before` and `after` hold what the act changed and nothing else: states, roles,
 * names of fields. Secrets and full personal data stay out of them; what slips in is left out or masked by `discreet`.
 */
export interface AuditEntry {
  /** The room and the verb in the past tense: "users.disabled", "orders.shipped". */
  action: `${string}.${string}`;
  actor: Actor;
  /** What was acted on: its kind ("user", "order", "role") and its id or other key. */
  subject: { kind: string; id: string };
  before?: object | undefined;
  after?: object | undefined;
  /** Why, in the words of the actor. */
  reason?: string | undefined;
}

/** The audit trail, append-only. */
export interface Audit {
  /** Call in the transaction of the act. The request's id and network come along by themselves. One statement for all. */
  record(...entries: AuditEntry[]): Promise<void>;
}

const SECRET = /password|secret|hash|token/i;
const EMAIL = /[^\s@"<>(),;:]+@[^\s@"<>(),;:]+/gu;
/** With its country code, or as Russians dial at home: `8 912 345-67-89`. No part of an id or of a longer number. */
const PHONE = /\+\d[\d ()-]{6,18}\d|(?<![\w-])8[ -]?\(?\d{3}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?![\w-])/g;

/** A text without e-mail addresses and phone numbers: the trail outlasts the people it speaks of. */
export const masked = (text: string): string => text.replace(EMAIL, maskEmail).replace(PHONE, maskPhone);

/** State as JSON fit for the trail: without secrets, e-mail addresses as a***@example.com, phone numbers as +7***67. */
export const discreet = (state: object): string =>
  JSON.stringify(state, (key, value: unknown) => {
    if (SECRET.test(key)) return undefined;
    return typeof value === "string" ? masked(value) : value;
  });

/** What differs, as an entry's before and after. */
export function changesBetween<State extends object>(before: State, after: NoInfer<State>) {
  const changed = (Object.keys(after) as (keyof State)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (state: State) => Object.fromEntries(changed.map((key) => [key, state[key]]));
  return { before: pick(before), after: pick(after) };
}
