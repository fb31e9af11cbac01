import type { Role } from "@vitrina/domain/users";
import type { Device } from "./device.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds. Shopkeepers stay within NIST 800-63B AAL2 (12 h, 60 min idle); customers are kept longer on purpose. */
export const LIFETIMES = {
  customer: { access: 10 * MINUTE, idle: 14 * DAY, absolute: 30 * DAY },
  staff: { access: 5 * MINUTE, idle: HOUR, absolute: 12 * HOUR },
  admin: { access: 5 * MINUTE, idle: HOUR, absolute: 12 * HOUR },
  custom: { access: 5 * MINUTE, idle: HOUR, absolute: 12 * HOUR },
} satisfies Record<Role, { access: number; idle: number; absolute: number }>;
export const LONGEST_ACCESS = LIFETIMES.customer.access;

/** How long a spent refresh token still opens its one successor. */
export const GRACE = 20 * SECOND;
/** Replays that come this soon are parallel tabs of one page, or asked again of a busy shop, and do not count. */
const BURST = 10 * SECOND;
const MAX_REPLAYS = 5;
/** Proof by password alone (RFC 8176). */
export const PASSWORD = "pwd";
/** Sessions per person; the least recently used ends. */
export const MAX_SESSIONS = 20;

/** A sign-in on a device, and the family of all refresh tokens that came of it. */
export interface Session extends Device {
  id: string;
  userId: string;
  createdAt: Date;
  lastUsedAt: Date;
  idleExpiresAt: Date;
  absoluteExpiresAt: Date;
  authTime: Date;
  /** How the person proved who they are (RFC 8176), e.g. "pwd". */
  amr: string[];
  revokedAt: Date | null;
}

/** A link of the chain. Its successor is sealed under its own raw value, which nobody but the client has. */
export interface RefreshToken {
  id: string;
  parentId: string | null;
  usedAt: Date | null;
  sealed: Uint8Array | null;
  sealUntil: Date | null;
  replays: number;
  successorUsed: boolean;
}

/** What a presented refresh token means for its family; a replay opens the seal of its successor again. */
export type Verdict = "revoked" | "expired" | "rotate" | "reuse" | { replay: Uint8Array };

/**
 * Decides over a presented refresh token (RFC 9700 section 4.14.2). The leaf is rotated. A spent one opens the same
 * successor again while that is unused and the grace lasts: parallel tabs and lost answers converge. Anything else
 * means that two parties hold the token.
 */
export function judge(session: Session, token: RefreshToken, presented: Device & { now: Date }): Verdict {
  const { now, realm, uaLabel } = presented;
  if (session.revokedAt) return "revoked";
  if (now >= session.idleExpiresAt || now >= session.absoluteExpiresAt) return "expired";
  if (realm !== session.realm) return "reuse";
  if (!token.usedAt) return "rotate";
  if (!token.sealed || !token.sealUntil || now >= token.sealUntil) return "reuse";
  const harmless = !token.successorUsed && token.replays < MAX_REPLAYS && uaLabel === session.uaLabel;
  return harmless ? { replay: token.sealed } : "reuse";
}

/** Whether a replay at `now` counts against the limit of replays. */
export const isLateReplay = ({ usedAt }: RefreshToken, now: Date): boolean =>
  usedAt !== null && now.getTime() - usedAt.getTime() > BURST;

export function openSession(
  { id, userId, role, amr }: { id: string; userId: string; role: Role; amr: string[] },
  device: Device,
  now: Date,
): Session {
  const absoluteExpiresAt = after(now, LIFETIMES[role].absolute);
  return {
    id,
    userId,
    amr,
    ...device,
    createdAt: now,
    lastUsedAt: now,
    authTime: now,
    revokedAt: null,
    absoluteExpiresAt,
    idleExpiresAt: earlier(after(now, LIFETIMES[role].idle), absoluteExpiresAt),
  };
}

/** The session after being used at `now`. */
export const prolong = (session: Session, role: Role, now: Date): Session => ({
  ...session,
  lastUsedAt: now,
  idleExpiresAt: earlier(after(now, LIFETIMES[role].idle), session.absoluteExpiresAt),
});

/** An access token ends with its session at the latest. */
export const accessExpiry = (session: Session, role: Role, now: Date): Date =>
  earlier(after(now, LIFETIMES[role].access), session.absoluteExpiresAt);

export const graceEnd = (now: Date): Date => after(now, GRACE);

const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
