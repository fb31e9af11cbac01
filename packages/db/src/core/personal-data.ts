import type { PersonalData } from "@vitrina/domain/core";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

type Said = ExpressionBuilder<CoreTables, "core.outbox" | "core.mail" | "core.savedView">;

/** Where a word begins and ends: anna@shop.com is no word of joanna@shop.com. */
const BEGINNING = "(?<![\\w!#$%&'*+/=?^`{|}~.-])";
const END = String.raw`(?![\w-]|\.\w)`;
const WITH_SPECIAL_MEANING = /[^\p{L}\p{M}\p{N}_]/gu;

/** Whether a column says one of these words anywhere, whatever its case. */
const says = (eb: Said, column: "payload" | "recipient" | "bodyText" | "search", words: readonly string[]) => {
  const any = words.map((word) => word.replace(WITH_SPECIAL_MEANING, "\\$&")).join("|");
  return eb(eb.cast<string>(column, "text"), "~*", `${BEGINNING}(${any})${END}`);
};

/**
 * Letters to the person, what waits to be told, answers to their calls, views of lists that are theirs or look for them,
 * and their acts. The trail stays, append-only as it
 * is: it names people by their ids, and e-mail addresses and phone numbers in it were masked as they were written.
 */
export const corePersonalData = (db: Kysely<CoreTables>): PersonalData => ({
  async collect({ id }) {
    const acts = await db
      .selectFrom("core.audit")
      .select(["at", "action", "subjectKind", "subjectId", "network"])
      .where("actorId", "=", id)
      .orderBy("at")
      .orderBy("id")
      .execute();
    const views = await db
      .selectFrom("core.savedView")
      .select(["list", "name", "search", "shared", "createdAt"])
      .where("ownerId", "=", id)
      .orderBy("createdAt")
      .execute();
    return { acts, views };
  },

  async erase({ id, email, emailCanonical }) {
    const addresses = [...new Set([email.toLowerCase(), emailCanonical])];
    await db
      .deleteFrom("core.outbox")
      .where((eb) => says(eb, "payload", [id, ...addresses]))
      .execute();
    await db
      .deleteFrom("core.mail")
      .where((eb) => eb.or([says(eb, "recipient", addresses), says(eb, "bodyText", addresses)]))
      .execute();
    await db
      .deleteFrom("core.savedView")
      .where((eb) => eb.or([eb("ownerId", "=", id), says(eb, "search", [id, ...addresses])]))
      .execute();
    await db.deleteFrom("core.idempotency").where("principal", "=", id).execute();
  },
});
