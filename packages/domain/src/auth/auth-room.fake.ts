import { createThrottle, type ShopEvent } from "@vitrina/domain/core";
import { fakeAudit, fakeBuckets } from "@vitrina/domain/core/testing";
import { fakeConsents, fakeStaff, fakeUsers } from "@vitrina/domain/users/testing";
import { createAccountService } from "./account.service.ts";
import {
  aClock,
  aDevice,
  fakeBox,
  fakeCredentials,
  fakeMarks,
  fakePasswords,
  fakeSessions,
  fakeStrength,
  fakeTokens,
} from "./auth.fake.ts";
import { createAuthService } from "./auth.service.ts";
import { fakeChallenges, fakeFactors, fakeSecrets, fakeTotp } from "./factor.fake.ts";
import { fakeInvitations } from "./invitation.fake.ts";
import { createInvitationService } from "./invitation.service.ts";
import { fakeLetterSeal, fakeLinks } from "./link.fake.ts";
import type { Principal } from "./principal.ts";

type Topic = ShopEvent["topic"];
type EventOf<Each extends Topic> = Extract<ShopEvent, { topic: Each }>;

export const PASSWORD = "long and winding";
export const anna = { email: "Anna@Example.com", password: PASSWORD, name: "Анна", locale: "ru" } as const;

/** The room over fakes: people, their sessions and mailboxes, and a clock that stands still. Nothing is rolled back. */
export function openRoom() {
  let count = 0;
  const newId = () => `0196b8c0-0000-7000-8000-${String(++count).padStart(12, "0")}`;
  const clock = aClock();
  const users = fakeUsers();
  const { roles, staff, permissionsOf } = fakeStaff(users);
  const sessions = fakeSessions({ ...users, permissionsOf });
  const invitations = fakeInvitations({ roles, staff });
  const [credentials, links, audit, passwords] = [fakeCredentials(), fakeLinks(), fakeAudit(), fakePasswords()];
  const consents = fakeConsents();
  const events = new Map<string, ShopEvent>();
  const outbox = { publish: async (event: ShopEvent, key: string) => void (events.has(key) || events.set(key, event)) };
  const [factors, challenges, totp] = [fakeFactors(), fakeChallenges(), fakeTotp()];
  const second = { factors, challenges };
  const scope = { users, consents, credentials, sessions, links, ...second, outbox, audit, roles, staff, invitations };
  const transact = <T>(work: (given: typeof scope) => Promise<T>) => work(scope);
  const throttle = createThrottle({ buckets: fakeBuckets(), hash: (text) => text, clock });
  const common = { ...scope, transact, throttle, passwords, strength: fakeStrength, clock, newId };
  const auth = createAuthService({
    ...common,
    letterSeal: fakeLetterSeal,
    marks: fakeMarks,
    tokens: fakeTokens,
    box: fakeBox(),
    totp,
    secrets: fakeSecrets,
  });

  const topics = (): Topic[] => [...events.values()].map(({ topic }) => topic);
  const lettersOf = <Each extends Topic>(topic: Each): EventOf<Each>[] =>
    [...events.values()].filter((event): event is EventOf<Each> => event.topic === topic);
  /** The token of the link in the latest letter of a topic. */
  function linkIn(topic: Topic): string {
    const letter = lettersOf(topic).at(-1);
    if (!letter || !("link" in letter)) throw new Error(`no link was sent by ${topic}`);
    return letter.link;
  }
  async function signIn(credentials: { email: string; password: string } = anna) {
    const { tokens, profile } = await auth.signIn(credentials, aDevice());
    return { tokens, profile, principal: await auth.authenticate(tokens.accessToken, "browser") };
  }
  /** A person who has confirmed the address, in a session of theirs. */
  async function aShopper(person: Parameters<typeof auth.signUp>[0] = anna) {
    await auth.signUp(person);
    const { principal } = await signIn(person);
    await auth.verifyEmail(principal, linkIn("auth.registered"));
    return principal;
  }
  /** Somebody who works in the shop, in a session of theirs. */
  async function aShopkeeper(email: string, role: "staff" | "admin" = "staff"): Promise<Principal> {
    const password = "long enough for staff";
    await auth.createUser({ ...anna, email, password, role });
    return (await signIn({ email, password })).principal;
  }
  /** Hands over what was asked for last, as the worker does after the answer. */
  async function deliver(topic: "auth.reset-asked" | "auth.email-change-asked"): Promise<void> {
    const asked = [...events.values()].findLast((event) => event.topic === topic);
    if (asked?.topic === "auth.reset-asked") await auth.sendReset(asked);
    if (asked?.topic === "auth.email-change-asked") await auth.sendEmailChange(asked);
  }
  /** The token of the link to another password, as the mailbox got it. */
  async function askReset(email: string = anna.email): Promise<string> {
    await auth.askReset(email);
    await deliver("auth.reset-asked");
    return linkIn("auth.reset-link");
  }
  /** The token of the link that confirms another address. */
  async function askEmail(principal: Principal, email: string): Promise<string> {
    await auth.changeEmail(principal, email);
    await deliver("auth.email-change-asked");
    return linkIn("auth.email-change-link");
  }
  const person = (userId: string) => {
    const found = users.all.find(({ id }) => id === userId);
    if (!found) throw new Error("nobody of that id");
    return found;
  };

  return {
    ...common,
    auth,
    totp,
    invites: createInvitationService({ ...common, letterLinks: auth.letterLinks, sessions: auth }),
    accounts: createAccountService({ ...common, refuse: auth.refuse }),
    events,
    topics,
    lettersOf,
    linkIn,
    deliver,
    askReset,
    askEmail,
    signIn,
    aShopper,
    aShopkeeper,
    person,
  };
}
