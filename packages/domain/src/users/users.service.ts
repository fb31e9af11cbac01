import { NotFound } from "@vitrina/domain/core";
import { type Profile, profileOf } from "./user.ts";
import type { UsersRepository } from "./users.repository.ts";

export function createUsersService({ users }: { users: Pick<UsersRepository, "find"> }) {
  const findProfile = async (userId: string): Promise<Profile | null> => {
    const user = await users.find(userId);
    return user && profileOf(user);
  };
  return {
    /** The person, or null when the account is gone. */
    findProfile,

    /** The person's own data (USER-01). @throws NotFound */
    async profile(userId: string): Promise<Profile> {
      const profile = await findProfile(userId);
      if (!profile) throw new NotFound({ what: "user" });
      return profile;
    },
  };
}
export type UsersService = ReturnType<typeof createUsersService>;
