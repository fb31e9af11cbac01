import type { PersonalData } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

/** The person, their addresses, and what they allowed; of the latter the bare rows stay as proof, without the person. */
export const usersPersonalData = (db: Kysely<UsersTables>): PersonalData => ({
  async collect({ id }) {
    const profile = await db
      .selectFrom("users.user")
      .select(["id", "email", "name", "phone", "locale", "currency", "emailVerifiedAt", "createdAt"])
      .where("id", "=", id)
      .execute();
    const addresses = await db
      .selectFrom("users.address")
      .select(["id", "fullName", "phone", "country", "region", "city", "postcode", "street", "flat"])
      .where("userId", "=", id)
      .orderBy("place")
      .execute();
    const consents = await db
      .selectFrom("users.consent")
      .select(["purpose", "channel", "granted", "textVersion", "source", "at"])
      .where("userId", "=", id)
      .orderBy("id")
      .execute();
    const groups = await db
      .selectFrom("users.groupMembership as membership")
      .innerJoin("users.customerGroup as group", "group.id", "membership.groupId")
      .select(["group.code", "group.name", "membership.startsAt"])
      .select(({ fn, ref, val }) => fn<Date | null>("nullif", [ref("membership.endsAt"), val("infinity")]).as("endsAt"))
      .where("membership.userId", "=", id)
      .orderBy("membership.startsAt")
      .execute();
    const notes = await db
      .selectFrom("users.customerNote")
      .select(["text", "createdAt"])
      .where("userId", "=", id)
      .orderBy("createdAt")
      .execute();
    return { profile, addresses, consents, groups, notes };
  },

  async erase({ id }) {
    await db.deleteFrom("users.purchase").where("userId", "=", id).execute();
    // With it goes all that refers to it: addresses, roles, groups, notes, files; sessions, credentials, links and keys.
    await db.deleteFrom("users.user").where("id", "=", id).execute();
  },
});
