import type { Clock, Transact } from "@vitrina/domain/core";
import type { User } from "@vitrina/domain/users";
import type { TokenBox } from "./auth.ports.ts";
import type { Device } from "./device.ts";
import { ChallengeInvalid, OtpRequired } from "./factor.errors.ts";
import type { FactorProof } from "./factor-proof.service.ts";
import type { ChallengeRepository } from "./factor.repository.ts";
import { challengeExpiry, OTP } from "./factor.ts";
import { immediately, type Once } from "./once.ts";
import type { AuthScope, Granted, SessionService } from "./session.service.ts";
import { PASSWORD } from "./session.ts";

interface Dependencies {
  challenges: Pick<ChallengeRepository, "find">;
  proof: Pick<FactorProof, "guarded" | "spend">;
  sessions: Pick<SessionService, "begin">;
  box: Pick<TokenBox, "create" | "digest">;
  transact: Transact<AuthScope>;
  clock: Clock;
}

/** The second step of signing in. */
export function createFactorSignIn({ challenges, proof, sessions, box, transact, clock }: Dependencies) {
  return {
    /** What the shop says to the right password of somebody who has a second factor. */
    async askForCode({ id: userId, av }: Pick<User, "id" | "av">): Promise<OtpRequired> {
      const challenge = box.create();
      const expiresAt = challengeExpiry(clock());
      await transact((scope) => scope.challenges.add({ userId, av, expiresAt }, box.digest(challenge)));
      return new OtpRequired({ challenge, expiresAt: expiresAt.toISOString() });
    },

    /**
     * Begins the session that the password alone did not, by a code of the app or a recovery code.
     * @throws ChallengeInvalid @throws OtpInvalid @throws RateLimited
     */
    async completeSignIn(
      { challenge, code }: { challenge: string; code: string },
      device: Device,
      once: Once = immediately,
    ): Promise<Granted> {
      const hash = box.digest(challenge);
      const begin = (triesLeft: number) =>
        once(() =>
          transact(async (scope) => {
            const seen = await scope.challenges.find(hash, clock());
            const user = seen && (await scope.users.lock(seen.userId));
            const held = user && (await scope.challenges.consume(hash, clock()));
            if (user?.status !== "active" || held?.av !== user.av) throw new ChallengeInvalid({});
            await proof.spend(scope, user, { code, triesLeft });
            return sessions.begin(user, device, [PASSWORD, OTP]);
          }),
        );
      const found = await challenges.find(hash, clock());
      // A repetition of a call that succeeded finds its challenge used up, and its answer under its key.
      return found ? proof.guarded(found.userId, begin) : begin(0);
    },
  };
}
