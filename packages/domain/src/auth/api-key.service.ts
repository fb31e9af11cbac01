import { type Audit, Busy, type Clock, NotFound, type NewId, type Transact } from "@vitrina/domain/core";
import type { StaffRepository, UsersRepository } from "@vitrina/domain/users";
import { KeyLimitReached, KeyRevoked } from "./api-key.errors.ts";
import type { ApiKeyRepository } from "./api-key.repository.ts";
import { type ApiKey, type KeyDraft, keyExpiry, type KeyFacts, type KeyStanding } from "./api-key.ts";
import { MAX_KEYS, MAX_USABLE_KEYS, NOTED_EVERY, secretOf, stateOf } from "./api-key.ts";
import type { TokenBox } from "./auth.ports.ts";
import type { Principal } from "./principal.ts";
import { assertHolds, granted, rightsNow } from "./rights.ts";

interface KeyScope {
  keys: ApiKeyRepository;
  staff: StaffRepository;
  users: Pick<UsersRepository, "lock">;
  audit: Audit;
}

interface Dependencies {
  keys: Pick<ApiKeyRepository, "find" | "findByHash" | "list" | "noteUse">;
  staff: Pick<StaffRepository, "find">;
  transact: Transact<KeyScope>;
  box: Pick<TokenBox, "create" | "digest">;
  clock: Clock;
  newId: NewId;
}

/** Never recent: an act that asks for a proof of identity is no program's. */
const NEVER = new Date(0);

/** What a program may do: what its key was made for, as far as the key's owner may do it at this moment. */
const machineOf = ({ id, ownerId, role, av, scopes, permissions }: KeyStanding): Principal => ({
  userId: ownerId,
  sessionId: id,
  role,
  av,
  authTime: NEVER,
  amr: [],
  grants: permissions ?? [],
  machine: { keyId: id, scopes },
});

/** Keys for programs (AUTH-17). */
export function createApiKeyService({ keys, staff, transact, box, clock, newId }: Dependencies) {
  /** @throws KeyRevoked */
  function live(key: KeyStanding | null): Principal {
    if (!key || stateOf(key, clock()) !== "active" || key.status !== "active") throw new KeyRevoked({});
    return machineOf(key);
  }
  const present = (key: ApiKey & { ownerName: string }, actor: Principal): KeyFacts => ({
    id: key.id,
    name: key.name,
    hint: key.hint,
    scopes: granted(key.scopes),
    ownerName: key.ownerName,
    own: key.ownerId === actor.userId,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    state: stateOf(key, clock()),
  });
  /** Whoever gives people their roles looks after everybody's keys. */
  const isOverseer = async (from: Pick<StaffRepository, "find">, actor: Principal) =>
    (await rightsNow(from, actor)).rights.includes("staff:manage");

  return {
    /** Who presents this key; notes its use, at most once a minute. @throws KeyRevoked */
    async authenticate(secret: string): Promise<Principal> {
      const key = await keys.findByHash(box.digest(secret));
      const principal = live(key);
      const now = clock();
      const unlessSince = new Date(now.getTime() - NOTED_EVERY);
      if (key && (!key.lastUsedAt || key.lastUsedAt <= unlessSince)) await keys.noteUse(key.id, now, unlessSince);
      return principal;
    },

    /** Refuses unless the key, and its owner's rights, are as they were when the request came. @throws KeyRevoked @throws Busy */
    async assertLive({ sessionId, av }: Principal): Promise<Principal> {
      const now = live(await keys.find(sessionId));
      if (now.av !== av) throw new Busy({ retryAfter: 1 });
      return now;
    },

    /** The caller's keys; everybody's for whoever gives people their roles. */
    async list(actor: Principal): Promise<KeyFacts[]> {
      const owner = (await isOverseer(staff, actor)) ? null : actor.userId;
      return (await keys.list(owner, MAX_KEYS)).map((key) => present(key, actor));
    },

    /** The secret is told this once. @throws Escalation @throws KeyLimitReached */
    create: (actor: Principal, { name, scopes, days }: KeyDraft): Promise<{ id: string; secret: string }> =>
      transact(async (scope) => {
        const { rights } = await rightsNow(scope.staff, actor);
        assertHolds(rights, scopes);
        const createdAt = clock();
        await scope.users.lock(actor.userId);
        const limit = MAX_USABLE_KEYS;
        if ((await scope.keys.countUsable(actor.userId, createdAt)) >= limit) throw new KeyLimitReached({ limit });
        const { secret, hint } = secretOf(box.create());
        const key = { id: newId(), ownerId: actor.userId, name, hint, scopes: granted(scopes), createdAt };
        const expiresAt = keyExpiry(days, createdAt);
        await scope.keys.add({ ...key, expiresAt, lastUsedAt: null, revokedAt: null }, box.digest(secret));
        await scope.audit.record({
          action: "auth.key-created",
          actor: { kind: "user", id: actor.userId },
          subject: { kind: "api-key", id: key.id },
          after: { name, scopes: key.scopes, expiresAt },
        });
        return { id: key.id, secret };
      }),

    /** In force with the next call; repeating it changes nothing. @throws NotFound */
    revoke: (actor: Principal, id: string): Promise<void> =>
      transact(async (scope) => {
        const owner = (await isOverseer(scope.staff, actor)) ? null : actor.userId;
        const key = await scope.keys.revoke(id, owner, clock());
        if (!key) throw new NotFound({ what: "api-key" });
        await scope.audit.record({
          action: "auth.key-revoked",
          actor: { kind: "user", id: actor.userId },
          subject: { kind: "api-key", id },
          before: { name: key.name, scopes: key.scopes },
        });
      }),
  };
}
export type ApiKeyService = ReturnType<typeof createApiKeyService>;
