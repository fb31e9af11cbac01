import type { LetterSeal } from "@vitrina/domain/core";
import { canonicalEmail, type NewUser, type SystemRole, type UsersRepository } from "@vitrina/domain/users";
import { AccountDisabled, BadCredentials } from "./auth.errors.ts";
import type { PasswordHasher, PasswordStrength } from "./auth.ports.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";
import type { Device } from "./device.ts";
import { emailKeyOf, isTaken } from "./email-key.ts";
import { createOwnSessionsService } from "./own-sessions.service.ts";
import { createPasswordService } from "./password.service.ts";
import { createGuessGuard, type GuessDependencies } from "./guess.service.ts";
import { createEmailChangeService } from "./email-change.service.ts";
import { createFactorProof, type FactorDependencies } from "./factor-proof.service.ts";
import type { ChallengeRepository } from "./factor.repository.ts";
import { createFactorService } from "./factor.service.ts";
import { createFactorSignIn } from "./factor-sign-in.service.ts";
import type { LinkRepository } from "./link.repository.ts";
import { createLinkService } from "./link.service.ts";
import { immediately, type Once } from "./once.ts";
import { assertHardToGuess, assertLongEnough, wordsOf } from "./password.ts";
import { createResetService } from "./reset.service.ts";
import { createSessionService, type Granted, type SessionDependencies } from "./session.service.ts";
import type { Credentials, Registration } from "./tokens.ts";
import { aboutOwnAddress, createVerificationService } from "./verification.service.ts";

interface Dependencies
  extends
    SessionDependencies,
    Pick<GuessDependencies, "throttle" | "marks">,
    Pick<FactorDependencies, "factors" | "totp" | "secrets"> {
  users: Pick<UsersRepository, "find" | "findByEmail">;
  credentials: Pick<CredentialsRepository, "find">;
  passwords: PasswordHasher;
  strength: PasswordStrength;
  links: Pick<LinkRepository, "find">;
  challenges: Pick<ChallengeRepository, "find">;
  letterSeal: LetterSeal;
}

/** Looked up for an unknown address, so that a stranger costs as many queries as a customer. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const HOUR = 3_600_000;

export function createAuthService(dependencies: Dependencies) {
  const { users, credentials, transact, passwords, strength, clock, newId } = dependencies;
  const sessions = createSessionService(dependencies);
  const proof = createFactorProof(dependencies);
  const secondStep = createFactorSignIn({ ...dependencies, proof, sessions });
  const passwordUses = createPasswordService({ ...dependencies, sessions, proof });
  const ownSessions = createOwnSessionsService({ ...dependencies, service: sessions });
  const guesses = createGuessGuard(dependencies);
  const letterLinks = createLinkService(dependencies);

  /** A person to be added, and the hash of a password that has passed the rules. */
  async function prepare(
    registration: Registration,
    role: SystemRole,
  ): Promise<{ user: NewUser; passwordHash: string }> {
    const { email, password, name, locale } = registration;
    const emailCanonical = emailKeyOf(email);
    assertLongEnough(password, role);
    assertHardToGuess(await strength.estimate(password, wordsOf(registration)), role);
    const passwordHash = await passwords.hash(password);
    const rights = { role, status: "active", emailVerifiedAt: null, av: 1, version: 1 } as const;
    return { passwordHash, user: { id: newId(), email, emailCanonical, name, locale, ...rights, createdAt: clock() } };
  }

  /**
   * An operator's way to make an account of any role, whose address the operator vouches for. A known address is
   * left as it is. @throws InvalidEmail @throws WeakPassword
   */
  async function createUser(wanted: Registration & { role: SystemRole }): Promise<{ id: string; created: boolean }> {
    const { role, ...registration } = wanted;
    const known = await users.findByEmail(emailKeyOf(registration.email));
    if (known) return { id: known.id, created: false };
    const { user, passwordHash } = await prepare(registration, role);
    const created = await transact(async (scope) => {
      if (!(await scope.users.add({ ...user, emailVerifiedAt: user.createdAt }))) return false;
      await scope.credentials.set(user.id, passwordHash, user.createdAt);
      const [actor, subject] = [{ kind: "operator" }, { kind: "user", id: user.id }] as const;
      await scope.audit.record({ action: "users.created", actor, subject, after: { role } });
      return true;
    });
    // Another operator was quicker: what they made is left as it is.
    return created ? { id: user.id, created } : createUser(wanted);
  }

  return {
    ...sessions,
    ...passwordUses,
    ...ownSessions,
    ...createVerificationService({ ...dependencies, letterLinks }),
    ...createResetService({ ...dependencies, letterLinks, sessions }),
    ...createEmailChangeService({ ...dependencies, letterLinks, sessions }),
    letterLinks,
    completeSignIn: secondStep.completeSignIn,
    factor: createFactorService({ ...dependencies, sessions }),

    /**
     * Makes a customer's account (AUTH-01). For a known address it does the same work, tells the owner by mail and
     * answers the same (ADR 0008). @throws InvalidEmail @throws WeakPassword @throws Busy
     */
    async signUp(registration: Registration, once: Once = immediately): Promise<void> {
      const { user, passwordHash } = await prepare(registration, "customer");
      const { id: userId, email, name, locale, createdAt } = user;
      await once(() =>
        transact(async (scope) => {
          const taken = await isTaken(scope, user.emailCanonical, { userId, now: createdAt });
          if (!taken && (await scope.users.add(user))) {
            await scope.credentials.set(userId, passwordHash, createdAt);
            if (registration.newsletter) {
              const said = { purpose: "newsletter", channel: "email", textVersion: registration.newsletter } as const;
              await scope.consents.append({ ...said, userId, granted: true, source: "sign-up", at: createdAt });
            }
            const link = await letterLinks.issue(scope, { purpose: "verify", ...aboutOwnAddress(user) });
            await scope.outbox.publish(
              { topic: "auth.registered", userId, email, name, locale, link },
              `auth.registered:${userId}`,
            );
            return;
          }
          const owner = await scope.users.findByEmail(user.emailCanonical);
          if (!owner) return;
          // One letter an hour: whoever knows an address must not be able to flood its mailbox.
          const dedupKey = `auth.registration-repeated:${owner.id}:${Math.floor(createdAt.getTime() / HOUR)}`;
          const event = { topic: "auth.registration-repeated", email: owner.email, locale: owner.locale } as const;
          await scope.outbox.publish(event, dedupKey);
        }),
      );
    },

    createUser,
    warnOwner: guesses.warnOwner,

    /**
     * Begins a session (AUTH-03), or asks for a code where there is a second factor. An unknown address and a wrong
     * password are one refusal and cost the same work.
     * @throws BadCredentials @throws AccountDisabled @throws OtpRequired @throws RateLimited @throws Busy
     */
    async signIn(
      { email, password, deviceMark = null }: Credentials & { deviceMark?: string | null },
      device: Device,
      once: Once = immediately,
    ): Promise<Granted> {
      const account = canonicalEmail(email) ?? email;
      return guesses.guarded({ account, deviceMark }, async ({ known }) => {
        const user = await users.findByEmail(account);
        const stored = await credentials.find(user?.id ?? NOBODY);
        const { matches, outdated } = await passwords.verify(password, stored, { known });
        if (!user || !stored || !matches) throw new BadCredentials({});
        if (user.status === "disabled") throw new AccountDisabled({});
        if (outdated) {
          const rehashed = await passwords.hash(password, { known: true });
          await transact((scope) => scope.credentials.rehash(user.id, stored, rehashed));
        }
        if (await proof.isDue(user.id)) throw await secondStep.askForCode(user);
        return once(() => sessions.begin(user, device));
      });
    },
  };
}
export type AuthService = ReturnType<typeof createAuthService>;
