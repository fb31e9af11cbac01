import { type Locale, NotFound, type Transact } from "@vitrina/domain/core";
import type { Country, ReadPhone } from "./postal-address.ts";
import { type Profile, type ProfileEdit, profileOf } from "./user.ts";
import { InvalidPhone, ProfileChanged } from "./users.errors.ts";
import type { UsersRepository } from "./users.repository.ts";

export interface ProfileDependencies {
  transact: Transact<{ users: Pick<UsersRepository, "lock" | "edit"> }>;
  readPhone: ReadPhone;
}

/** Where a number without a country code is at home. */
const COUNTRY_OF: Record<Locale, Country | null> = { ru: "RU", en: null };

/** What people say of themselves. */
export function createProfileService({ transact, readPhone }: ProfileDependencies) {
  return {
    /** USER-02. @throws InvalidPhone @throws ProfileChanged with the profile as it is now @throws NotFound */
    async edit(userId: string, { version, phone, ...typed }: ProfileEdit): Promise<Profile> {
      const number = phone === null ? null : readPhone(phone, COUNTRY_OF[typed.locale]);
      if (phone !== null && number === null) throw new InvalidPhone({});
      return transact(async ({ users }) => {
        const user = await users.lock(userId);
        if (!user) throw new NotFound({ what: "user" });
        if (user.version !== version) throw new ProfileChanged({ profile: profileOf(user) });
        const edited = { ...user, ...typed, phone: number, version: version + 1 };
        await users.edit(edited);
        return profileOf(edited);
      });
    },
  };
}
