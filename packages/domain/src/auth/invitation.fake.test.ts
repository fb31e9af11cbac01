import { aUser, fakeStaff, fakeUsers } from "@vitrina/domain/users/testing";
import { fakeInvitations } from "./invitation.fake.ts";
import { invitationRepositorySuite } from "./invitation.suite.ts";

let count = 0;
const newId = () => `id-${++count}`;

invitationRepositorySuite(async () => {
  const sender = aUser({ id: newId(), role: "admin" });
  const shop = fakeStaff(fakeUsers(sender));
  return { ...shop, invitations: fakeInvitations(shop), sender };
}, newId);
