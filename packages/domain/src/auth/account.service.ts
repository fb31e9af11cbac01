import { type Clock, NotFound, type Transact } from "@vitrina/domain/core";
import type { StaffRepository, User } from "@vitrina/domain/users";
import { SelfDisable } from "./account.errors.ts";
import { Forbidden } from "./auth.errors.ts";
import type { Principal } from "./principal.ts";
import type { SessionRepository } from "./session.repository.ts";
import type { AuthScope, SessionService } from "./session.service.ts";

interface AccountScope extends Pick<AuthScope, "users" | "sessions" | "audit"> {
  staff: Pick<StaffRepository, "lockAdmins">;
}

interface Dependencies {
  transact: Transact<AccountScope>;
  sessions: Pick<SessionRepository, "listOpen">;
  /** Refuses the ended sessions in this process at once. */
  refuse: SessionService["refuse"];
  clock: Clock;
}

export interface Ruling {
  userId: string;
  reason: string;
}

/** Accounts shut and opened by staff (USER-10); what a person has ordered goes on. */
export function createAccountService({ transact, sessions, refuse, clock }: Dependencies) {
  const rule = (actor: Principal, { userId, reason }: Ruling, status: User["status"]) =>
    transact(async (scope) => {
      if (userId === actor.userId) throw new SelfDisable({});
      const admins = await scope.staff.lockAdmins();
      const user = await scope.users.lock(userId);
      if (!user) throw new NotFound({ what: "user" });
      // Of two admins who disable each other at once, the one who waited for the locks is none any more: one stays.
      if (actor.role === "admin" ? !admins.includes(actor.userId) : user.role !== "customer") throw new Forbidden({});
      if (user.status === status) return [];
      await scope.users.setStatus(userId, status);
      await scope.audit.record({
        action: status === "disabled" ? "users.disabled" : "users.enabled",
        actor: { kind: "user", id: actor.userId },
        subject: { kind: "user", id: userId },
        before: { status: user.status },
        after: { status },
        reason,
      });
      if (status === "active") return [];
      return scope.sessions.revokeOthers(userId, { keep: null, now: clock(), reason: "disabled" });
    });

  return {
    /**
     * Ends every session with the very next call; repeating it changes nothing. Admins decide about everybody, other
     * shopkeepers about customers. @throws SelfDisable @throws NotFound @throws Forbidden
     */
    async disable(actor: Principal, ruling: Ruling): Promise<void> {
      refuse(await rule(actor, ruling, "disabled"));
    },

    /** The person signs in anew. @throws SelfDisable @throws NotFound @throws Forbidden */
    async enable(actor: Principal, ruling: Ruling): Promise<void> {
      await rule(actor, ruling, "active");
    },

    /** How many sessions a person has open. */
    openSessions: async (userId: string): Promise<number> => (await sessions.listOpen(userId, clock())).length,
  };
}
export type AccountService = ReturnType<typeof createAccountService>;
