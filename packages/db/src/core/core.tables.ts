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
