import { countedIds, fakeGroups } from "./groups.fake.ts";
import { groupsSuite } from "./groups.suite.ts";
import { aUser } from "./testing.ts";
import type { User } from "./user.ts";

const newId = countedIds();
groupsSuite(async () => {
  const people = { all: [] as User[] };
  const { groups, state } = fakeGroups(people);
  return {
    groups,
    async person(changes) {
      const user = aUser({ id: newId(), ...changes });
      people.all.push(user);
      state.changed.push(user.id);
      return user;
    },
    async buys(purchase) {
      state.purchases.push(purchase);
      state.changed.push(purchase.userId);
    },
    async livesIn(userId, country) {
      state.countries.set(userId, country);
      state.changed.push(userId);
    },
  };
}, newId);
