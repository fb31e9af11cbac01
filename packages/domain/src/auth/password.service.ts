import { BadCredentials, SessionRevoked } from "./auth.errors.ts";
import type { PasswordHasher } from "./auth.ports.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";
import { immediately, type Once } from "./once.ts";
import type { Principal } from "./principal.ts";
import type { SessionDependencies, SessionService } from "./session.service.ts";
import type { AccessToken } from "./tokens.ts";

interface Dependencies extends Pick<SessionDependencies, "transact"> {
  credentials: Pick<CredentialsRepository, "find">;
  passwords: PasswordHasher;
  sessions: Pick<SessionService, "renew">;
}

/** What a signed-in person does with their password. */
export function createPasswordService({ credentials, passwords, transact, sessions }: Dependencies) {
  return {
    /**
     * Proves anew who sits at a session, which sensitive acts ask for (RecentSignInRequired), and gives it an access
     * token that says so. @throws BadCredentials @throws SessionRevoked @throws Busy
     */
    async confirmPassword(
      { userId, sessionId, av }: Principal,
      password: string,
      once: Once = immediately,
    ): Promise<{ tokens: AccessToken }> {
      const { matches } = await passwords.verify(password, await credentials.find(userId));
      return once(() =>
        transact(async (scope) => {
          if (!matches) throw new BadCredentials({});
          const user = await scope.users.lock(userId);
          if (user?.av !== av || user.status !== "active") throw new SessionRevoked({});
          return { tokens: await sessions.renew(scope, user, sessionId) };
        }),
      );
    },
  };
}
