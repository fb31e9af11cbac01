import { randomUUID } from "node:crypto";
import { ConsentPurpose, type UnsubscribeTarget } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { createUnsubscribeTokens } from "#users/unsubscribe-tokens.ts";

const tokens = createUnsubscribeTokens("a secret of the tests");
const aTarget = (): UnsubscribeTarget => ({ userId: randomUUID(), purpose: "newsletter", channel: "email" });

test("a token tells whose letters of which purpose it stops", () => {
  for (const purpose of ConsentPurpose.options) {
    const target = { ...aTarget(), purpose };

    expect(tokens.read(tokens.tokenOf(target))).toEqual(target);
  }
});

test("nobody makes one up, takes it to another person or purpose, or brings one from another shop", () => {
  const target = aTarget();
  const token = tokens.tokenOf(target);
  const [person = "", purpose = "", channel = "", mac = ""] = token.split(".");
  const [stranger = ""] = tokens.tokenOf(aTarget()).split(".");
  const elsewhere = createUnsubscribeTokens("another secret").tokenOf(target);
  const bent = [
    [stranger, purpose, channel, mac],
    [person, "recommendations", channel, mac],
    [person, "profiling", channel, mac],
    [person, purpose, "sms", mac],
    [person, purpose, channel, `${mac.slice(0, 42)}${mac.endsWith("A") ? "Q" : "A"}`],
    [person, purpose, channel, mac.slice(1)],
    [person, purpose, channel, ""],
  ].map((parts) => parts.join("."));

  for (const bad of ["", "constructor", `${token} `, `${token}\n`, elsewhere, ...bent])
    expect(tokens.read(bad)).toBeNull();
});
