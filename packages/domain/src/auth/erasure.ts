import type { Audit, Outbox } from "@vitrina/domain/core";
import type { User, UsersRepository } from "@vitrina/domain/users";

const DAY = 86_400_000;

/** How long a person may think better of it, milliseconds (USER-06). */
const ERASURE_DELAY = 14 * DAY;
/** When an account that could not be erased is looked at again. */
const LOOKED_AT_AGAIN = DAY;

interface Scope {
  users: Pick<UsersRepository, "setEraseAt">;
  outbox: Outbox;
  audit: Audit;
}

export const erasureOf = (now: Date): Date => new Date(now.getTime() + ERASURE_DELAY);
export const postponed = (now: Date): Date => new Date(now.getTime() + LOOKED_AT_AGAIN);

/** The account stays, and its owner is told. Call while holding the person. */
export async function callOffErasure({ users, outbox, audit }: Scope, { id, email, locale }: User, now: Date) {
  await users.setEraseAt(id, null);
  const event = { topic: "auth.erasure-undone", email, locale } as const;
  await outbox.publish(event, `auth.erasure-undone:${id}:${now.getTime()}`);
  const self = { kind: "user", id } as const;
  await audit.record({ action: "users.erasure-undone", actor: self, subject: self });
}
