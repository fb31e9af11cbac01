import type { ActorKind, ViewedList } from "@vitrina/domain/core";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

export interface CoreTables {
  "core.idempotency": {
    principal: string;
    operation: string;
    keyHash: string;
    requestHash: string;
    answer: Buffer | null;
    createdAt: Generated<Date>;
  };
  "core.outbox": {
    id: GeneratedAlways<number>;
    dedupKey: string;
    topic: string;
    payload: JSONColumnType<object>;
    createdAt: Generated<Date>;
    dispatchedAt: ColumnType<Date | null, Date | null | undefined>;
  };
  "core.audit": {
    id: GeneratedAlways<number>;
    at: Generated<Date>;
    actorKind: ActorKind;
    actorId: string | null;
    action: string;
    subjectKind: string;
    subjectId: string;
    before: JSONColumnType<object> | null;
    after: JSONColumnType<object> | null;
    reason: string | null;
    requestId: string | null;
    network: string | null;
  };
  "core.savedView": {
    id: string;
    ownerId: string;
    list: ViewedList;
    name: string;
    search: JSONColumnType<Record<string, string>>;
    shared: boolean;
    createdAt: Date;
    version: Generated<number>;
  };
  "core.bucket": {
    key: string;
    hits: number;
    freeAt: Date;
    drainedAt: Date;
  };
  "core.mail": {
    id: GeneratedAlways<number>;
    messageId: string;
    recipient: string;
    subject: string;
    bodyText: string;
    bodyHtml: string;
    sentAt: Generated<Date>;
  };
}
