import { type Clock, type Locale, type NewId, NotFound, type Transact } from "@vitrina/domain/core";
import type { NewUser, UsersRepository } from "@vitrina/domain/users";
import { LinkInvalid, SignInRequired } from "./auth.errors.ts";
import type { PasswordHasher, PasswordStrength } from "./auth.ports.ts";
import { emailKeyOf } from "./email-key.ts";
import type { InvitationRepository, NamedInvitation } from "./invitation.repository.ts";
import type { Acceptance, Invitation, PendingInvitation } from "./invitation.ts";
import type { LinkService } from "./link.service.ts";
import { type Link, linkExpiry } from "./link.ts";
import { immediately, type Once } from "./once.ts";
import { bySelf } from "./own-sessions.service.ts";
import { assertHardToGuess, assertLongEnough, wordsOf } from "./password.ts";
import type { Principal } from "./principal.ts";
import { assertHolds, lacking, rightsNow, rightsOfRole } from "./rights.ts";
import { InviteExpired, RoleGone } from "./roles.errors.ts";
import type { RolesScope } from "./roles.service.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import { opened } from "./staff.service.ts";

interface InvitationScope extends AuthScope, RolesScope {
  invitations: InvitationRepository;
}

interface Dependencies {
  invitations: Pick<InvitationRepository, "find" | "list">;
  users: Pick<UsersRepository, "findByEmail">;
  transact: Transact<InvitationScope>;
  letterLinks: LinkService;
  sessions: Pick<SessionService, "refuse">;
  passwords: PasswordHasher;
  strength: PasswordStrength;
  clock: Clock;
  newId: NewId;
}

type Wanted = Pick<Invitation, "email" | "role" | "roleId"> & { locale: Locale };
type Accepted = Acceptance & { locale: Locale };

const MAX_PENDING = 200;
const SWEEP_LIMIT = 1_000;

/** A link that does not work is an invitation that has run out, whatever the reason. */
const asInvitation = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof LinkInvalid ? new InviteExpired({}) : error;
  });

function unlessInvalid(error: unknown): null {
  if (error instanceof LinkInvalid) return null;
  throw error;
}

/** Asking people to work in the shop (AUTH-16). */
export function createInvitationService(dependencies: Dependencies) {
  const { invitations, users, transact, letterLinks, sessions, passwords, strength, clock, newId } = dependencies;

  /** The hash of a password fit for somebody who works here; null when the link opens nothing, which costs no work. */
  async function prepare({ token, name, password }: Accepted): Promise<string | null> {
    const link = await letterLinks.look(token).catch(unlessInvalid);
    if (link?.purpose !== "invite") return null;
    assertLongEnough(password, "staff");
    assertHardToGuess(await strength.estimate(password, wordsOf({ email: link.email, name })), "staff");
    return passwords.hash(password, { known: true });
  }

  /** Whoever invited must still be able to give the role. @throws RoleGone */
  async function stillGiven(scope: InvitationScope, invitation: Invitation) {
    const next = await opened(scope, invitation);
    const sender = await scope.staff.find(invitation.invitedBy);
    const rights = sender?.status === "active" ? rightsOfRole(sender) : [];
    if (lacking(rights, ["staff:manage", ...rightsOfRole(next)]).length > 0) throw new RoleGone({});
    return next;
  }

  /** The account of the address: a new one, or the one whose session accepts. @throws SignInRequired @throws InviteExpired */
  async function accountOf(scope: InvitationScope, link: Link, accepts: Accepted & { by: Principal | null }) {
    const { email, emailCanonical } = link;
    const now = clock();
    const rights = { role: "customer", status: "active", emailVerifiedAt: now, av: 1, version: 1 } as const;
    const { name, locale } = accepts;
    const newcomer: NewUser = { id: newId(), email, emailCanonical, name, locale, ...rights, createdAt: now };
    if (await scope.users.add(newcomer)) return newcomer.id;
    const known = accepts.by && (await scope.users.lock(accepts.by.userId));
    if (known?.emailCanonical !== emailCanonical) throw new SignInRequired({});
    if (known.role !== "customer" || known.status !== "active") throw new InviteExpired({});
    await scope.users.markVerified(known.id, now);
    return known.id;
  }

  async function admit(
    scope: InvitationScope,
    accepts: Accepted & { by: Principal | null; passwordHash: string | null },
  ) {
    const { passwordHash } = accepts;
    const { link } = await asInvitation(letterLinks.redeem(scope, accepts.token, ["invite"]));
    const invitation = await scope.invitations.find(link.subject);
    if (!invitation || passwordHash === null) throw new InviteExpired({});
    const { role, roleName } = await stillGiven(scope, invitation);
    if (!(await scope.invitations.remove(invitation.id))) throw new InviteExpired({});
    const userId = await accountOf(scope, link, accepts);
    const now = clock();
    await scope.credentials.set(userId, passwordHash, now);
    await scope.staff.assign(userId, invitation);
    await scope.audit.record({
      action: "users.invitation-accepted",
      ...bySelf(userId),
      before: { role: "customer" },
      after: { role, roleName, invitedBy: invitation.invitedBy },
    });
    return scope.sessions.revokeOthers(userId, { keep: null, now, reason: "role-changed" });
  }

  return {
    async list(): Promise<PendingInvitation[]> {
      const pending = await invitations.list(clock(), MAX_PENDING);
      return pending.map((invitation) => ({ ...invitation, expiresAt: invitation.expiresAt.toISOString() }));
    },

    /**
     * Sends a link for 72 hours, which ends the one sent before. Does and answers the same for every address.
     * @throws InvalidEmail @throws RoleGone @throws Escalation
     */
    invite: (actor: Principal, { email, locale, ...grant }: Wanted): Promise<void> =>
      transact(async (scope) => {
        const emailCanonical = emailKeyOf(email);
        const next = await opened(scope, grant);
        const { rights } = await rightsNow(scope.staff, actor);
        assertHolds(rights, rightsOfRole(next));
        const [id, createdAt] = [newId(), clock()];
        const address = { email, emailCanonical };
        const expiresAt = linkExpiry("invite", createdAt);
        const bound = { userId: null, av: null, ...address, subject: id };
        // The link before the invitation, as whoever accepts takes them.
        const link = await letterLinks.issue(scope, { purpose: "invite", ...bound });
        await scope.invitations.put({ id, ...address, ...grant, invitedBy: actor.userId, createdAt, expiresAt });
        await scope.outbox.publish({ topic: "auth.invited", email, locale, link }, `auth.invited:${id}`);
        await scope.audit.record({
          action: "users.invited",
          actor: { kind: "user", id: actor.userId },
          subject: { kind: "invitation", id },
          after: { email, role: next.role, roleName: next.roleName },
        });
      }),

    /** @throws NotFound */
    withdraw: (actor: Principal, id: string): Promise<void> =>
      transact(async (scope) => {
        const invitation = await scope.invitations.find(id);
        if (!invitation || !(await scope.invitations.remove(id))) throw new NotFound({ what: "invitation" });
        await scope.audit.record({
          action: "users.invitation-withdrawn",
          actor: { kind: "user", id: actor.userId },
          subject: { kind: "invitation", id },
          before: { email: invitation.email, role: invitation.role, roleName: invitation.roleName },
        });
      }),

    /** Forgets those that have run out. Call every hour. */
    sweep: (): Promise<void> => transact((scope) => scope.invitations.sweep(clock(), SWEEP_LIMIT)),

    /** What the holder of a link is asked to; `account` says whether to sign in first. @throws InviteExpired */
    async look(token: string, by: Principal | null) {
      const link = await asInvitation(letterLinks.look(token));
      const invitation: NamedInvitation | null =
        link.purpose === "invite" ? await invitations.find(link.subject) : null;
      if (!invitation) throw new InviteExpired({});
      const owner = await users.findByEmail(link.emailCanonical);
      const account = !owner ? "new" : owner.id === by?.userId ? "yours" : "known";
      const { email, role, roleName } = invitation;
      return { email, role, roleName, account } as const;
    },

    /**
     * Makes the account, or raises the one whose session accepts; never by the link alone. It signs nobody in.
     * @throws InviteExpired @throws RoleGone @throws SignInRequired @throws WeakPassword @throws Busy
     */
    async accept(by: Principal | null, acceptance: Accepted, once: Once = immediately): Promise<void> {
      const passwordHash = await prepare(acceptance);
      sessions.refuse(await once(() => transact((scope) => admit(scope, { ...acceptance, by, passwordHash }))));
    },
  };
}
