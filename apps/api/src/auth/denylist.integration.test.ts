import { listenForEndedSessions } from "@vitrina/db/auth";
import { aClock } from "@vitrina/domain/auth/testing";
import { SessionRevoked } from "@vitrina/domain/auth";
import { testDatabase } from "@vitrina/db/testing";
import { afterEach, expect, test } from "vitest";
import { aSignedInShopper, openAuthRoom, testSigningKeys } from "#auth/testing.ts";

const database = testDatabase();
const keysFile = testSigningKeys();
const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

/** Every process reads the list of ended sessions this often, in seconds. */
const INTERVAL = 2;

/** Resolves at each call of `happen`, one after the other. */
function moments() {
  let next = Promise.withResolvers<void>();
  const happen = () => {
    next.resolve();
    next = Promise.withResolvers<void>();
  };
  return { happen, next: () => next.promise };
}

/** Two processes on one database, whose clock stands still; the second one listens. */
async function twoProcesses() {
  const clock = aClock();
  const [first, second] = [openAuthRoom(database, { keysFile, clock }), openAuthRoom(database, { keysFile, clock })];
  const [heard, listening, cut] = [moments(), moments(), moments()];
  const tryAgain = Promise.withResolvers<void>();
  const began = listening.next();
  const ended = (id: string) => {
    second.auth.refuse([id]);
    heard.happen();
  };
  const { connectionString } = database;
  open.push(
    listenForEndedSessions({
      connectionString,
      ended,
      listening: listening.happen,
      cut: cut.happen,
      pause: () => tryAgain.promise,
    }),
  );
  await began;
  /** A shopper whom the second process knows too, so that it has read its list at this moment. */
  const aShopper = async () => {
    const shopper = await aSignedInShopper(first);
    const principal = await second.auth.authenticate(shopper.accessToken, "browser");
    return { ...shopper, principal };
  };
  const reads = ({ accessToken }: { accessToken: string }) => second.auth.authenticate(accessToken, "browser");
  return { clock, first, aShopper, reads, heard, listening, cut, tryAgain };
}

const cutTheListener = () =>
  database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", [
    "vitrina-listener",
  ]);

test("a session ended in one process is refused by another as soon as it hears of it", async () => {
  const { first, aShopper, reads, heard } = await twoProcesses();
  const shopper = await aShopper();
  await expect(reads(shopper)).resolves.toBeTruthy();

  const told = heard.next();
  await first.auth.signOut({ refreshToken: shopper.refreshToken, principal: null });
  await told;

  await expect(reads(shopper)).rejects.toThrow(SessionRevoked);
});

test("a session whose end was rolled back goes on", async () => {
  const { first, aShopper, reads, heard } = await twoProcesses();
  const [staying, leaving] = [await aShopper(), await aShopper()];
  const { userId, sessionId } = staying.principal;

  const undone = database.db.transaction().execute(async (transaction) => {
    await transaction.updateTable("auth.session").set({ revokedAt: new Date() }).where("id", "=", sessionId).execute();
    throw new Error(`undone for ${userId}`);
  });
  await expect(undone).rejects.toThrow("undone");
  const told = heard.next();
  await first.auth.signOut({ refreshToken: leaving.refreshToken, principal: null });
  await told;

  await expect(reads(staying)).resolves.toBeTruthy();
});

test("while nothing is heard, an ended session is refused at the next reading of the list", async () => {
  const { clock, first, aShopper, reads, cut } = await twoProcesses();
  const shopper = await aShopper();
  const silence = cut.next();
  await cutTheListener();
  await silence;

  await first.auth.signOut({ refreshToken: shopper.refreshToken, principal: null });
  clock.pass(INTERVAL);

  await expect(reads(shopper)).rejects.toThrow(SessionRevoked);
});

test("a listener that was cut listens again", async () => {
  const { first, aShopper, reads, heard, cut, listening, tryAgain } = await twoProcesses();
  const shopper = await aShopper();
  const silence = cut.next();
  await cutTheListener();
  await silence;

  const back = listening.next();
  tryAgain.resolve();
  await back;
  const told = heard.next();
  await first.auth.signOut({ refreshToken: shopper.refreshToken, principal: null });
  await told;

  await expect(reads(shopper)).rejects.toThrow(SessionRevoked);
});
