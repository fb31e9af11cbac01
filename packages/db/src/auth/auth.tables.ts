import type { Challenge, Factor, Invitation, LinkPurpose, Realm } from "@vitrina/domain/auth";
import type { Generated } from "kysely";

export interface AuthTables {
  "auth.credential": {
    userId: string;
    passwordHash: string;
    changedAt: Date;
  };
  "auth.session": {
    id: string;
    userId: string;
    realm: Realm;
    createdAt: Date;
    lastUsedAt: Date;
    idleExpiresAt: Date;
    absoluteExpiresAt: Date;
    authTime: Date;
    amr: string[];
    uaLabel: string;
    ipPrefix: string;
    revokedAt: Date | null;
    reason: string | null;
  };
  "auth.invitation": Invitation;
  "auth.apiKey": {
    id: string;
    ownerId: string;
    name: string;
    hint: string;
    hash: Buffer;
    scopes: string[];
    createdAt: Date;
    expiresAt: Date;
    lastUsedAt: Date | null;
    revokedAt: Date | null;
  };
  "auth.factor": Factor & { userId: string; begunAt: Date };
  "auth.recoveryCode": {
    userId: string;
    hash: Buffer;
    usedAt: Date | null;
  };
  "auth.challenge": Challenge & { hash: Buffer };
  "auth.refreshToken": {
    id: string;
    sessionId: string;
    hash: Buffer;
    parentId: string | null;
    createdAt: Date;
    usedAt: Date | null;
    succSealed: Buffer | null;
    sealUntil: Date | null;
    replays: Generated<number>;
  };
  "auth.link": {
    id: string;
    purpose: LinkPurpose;
    userId: string | null;
    hash: Buffer;
    email: string;
    emailCanonical: string;
    av: number | null;
    subject: string;
    createdAt: Date;
    expiresAt: Date;
    consumedAt: Date | null;
  };
}
