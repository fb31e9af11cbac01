import type { AddressRepository, SavedAddress } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

const COLUMNS = ["id", "fullName", "phone", "country", "region", "city", "postcode", "street", "flat"] as const;

export const createAddressRepository = (db: Kysely<UsersTables>): AddressRepository => {
  const ofPerson = (userId: string) => db.selectFrom("users.address").select(COLUMNS).where("userId", "=", userId);

  async function book(userId: string) {
    const addresses = await ofPerson(userId).orderBy("place", "desc").execute();
    const defaults = await db
      .selectFrom("users.addressBook")
      .select(["shippingId as shipping", "billingId as billing"])
      .where("userId", "=", userId)
      .executeTakeFirst();
    return { addresses, defaults: defaults ?? null };
  }

  return {
    book,

    find: async (userId, id) => (await ofPerson(userId).where("id", "=", id).executeTakeFirst()) ?? null,

    async lock(userId) {
      await db.selectFrom("users.user").select("id").where("id", "=", userId).forNoKeyUpdate().execute();
      return book(userId);
    },

    async add(userId, address, { shipping, billing }) {
      const defaults = { shippingId: shipping, billingId: billing };
      await db
        .insertInto("users.addressBook")
        .values({ userId, ...defaults })
        .onConflict((conflict) => conflict.column("userId").doUpdateSet(defaults))
        .execute();
      await db
        .insertInto("users.address")
        .values({ userId, ...columnsOf(address) })
        .execute();
    },

    async replace(userId, address) {
      const { numUpdatedRows } = await db
        .updateTable("users.address")
        .set(columnsOf(address))
        .where("userId", "=", userId)
        .where("id", "=", address.id)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async remove(userId, id, defaults) {
      if (defaults) await this.setDefaults(userId, defaults);
      else await db.deleteFrom("users.addressBook").where("userId", "=", userId).execute();
      await db.deleteFrom("users.address").where("userId", "=", userId).where("id", "=", id).execute();
    },

    async setDefaults(userId, { shipping, billing }) {
      await db
        .updateTable("users.addressBook")
        .set({ shippingId: shipping, billingId: billing })
        .where("userId", "=", userId)
        .execute();
    },
  };
};

const columnsOf = (address: SavedAddress): SavedAddress => ({
  id: address.id,
  fullName: address.fullName,
  phone: address.phone,
  country: address.country,
  region: address.region,
  city: address.city,
  postcode: address.postcode,
  street: address.street,
  flat: address.flat,
});
