import type { Letter, MailSender } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

export interface ReceivedLetter {
  id: number;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
}

/** Where mail goes in development: a table that knows each message once. */
export interface Inbox extends MailSender {
  /** The latest letters, the newest first. */
  list(limit: number): Promise<ReceivedLetter[]>;
  find(id: number): Promise<ReceivedLetter | null>;
}

export const createInbox = (db: Kysely<CoreTables>): Inbox => {
  const letters = () =>
    db.selectFrom("core.mail").select(["id", "recipient", "subject", "bodyText as text", "bodyHtml as html", "sentAt"]);
  return {
    async send({ to, subject, text, html }: Letter, messageId) {
      await db
        .insertInto("core.mail")
        .values({ messageId, recipient: to, subject, bodyText: text, bodyHtml: html })
        .onConflict((conflict) => conflict.column("messageId").doNothing())
        .execute();
    },
    list: (limit) => letters().orderBy("id", "desc").limit(limit).execute(),
    find: async (id) => (await letters().where("id", "=", id).executeTakeFirst()) ?? null,
  };
};
