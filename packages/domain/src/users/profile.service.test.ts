import { NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { createProfileService } from "./profile.service.ts";
import { aUser, fakeUsers, postalRules } from "./testing.ts";
import { type ProfileEdit, profileOf } from "./user.ts";
import { InvalidPhone, ProfileChanged } from "./users.errors.ts";

const anna = aUser();
const anEdit = (changes: Partial<ProfileEdit> = {}): ProfileEdit => ({
  name: "Анна Иванова",
  phone: "8 912 345-67-89",
  locale: "ru",
  currency: "EUR",
  version: 1,
  ...changes,
});

function shop() {
  const users = fakeUsers(anna);
  const profiles = createProfileService({ transact: (work) => work({ users }), readPhone: postalRules.readPhone });
  return { users, ...profiles };
}

test("a person edits name, phone, language and currency, and nothing else changes", async () => {
  const { users, edit } = shop();

  const profile = await edit(anna.id, anEdit());

  const said = { name: "Анна Иванова", phone: "+79123456789", locale: "ru", currency: "EUR", version: 2 } as const;
  expect(profile).toEqual({ ...profileOf(anna), ...said });
  expect(users.all).toEqual([{ ...anna, ...said }]);
});

test("phone and currency may be taken back", async () => {
  const { edit } = shop();
  await edit(anna.id, anEdit());

  expect(await edit(anna.id, anEdit({ phone: null, currency: null, version: 2 }))).toMatchObject({
    phone: null,
    currency: null,
    version: 3,
  });
});

test("an edit on top of an outdated profile is refused with the fresh one", async () => {
  const { users, edit } = shop();
  const fresh = await edit(anna.id, anEdit({ name: "Анна из другой вкладки" }));

  const refusal = await edit(anna.id, anEdit()).catch((error: unknown) => error);

  expect(refusal).toEqual(new ProfileChanged({ profile: fresh }));
  expect(users.all[0]).toMatchObject({ name: "Анна из другой вкладки", version: 2 });
});

test("a number nobody could call is refused, also one without a country from someone who reads English", async () => {
  const { edit } = shop();

  await expect(edit(anna.id, anEdit({ phone: "12345" }))).rejects.toThrow(InvalidPhone);
  await expect(edit(anna.id, anEdit({ locale: "en" }))).rejects.toThrow(InvalidPhone);
});

test("who is gone edits nothing", async () => {
  await expect(shop().edit("0196b8c0-0000-7000-8000-0000000000ff", anEdit())).rejects.toThrow(
    new NotFound({ what: "user" }),
  );
});
