import type { AskEvent, Letter, LetterEvent, ShopEvent } from "@vitrina/domain/core";
import { createLetterSeal } from "#core/letter-seal.ts";
import { letterFor } from "#letters.ts";
import { testEnv, type TestShop } from "#testing.ts";

const { open } = createLetterSeal(testEnv.PASSWORD_PEPPER);
const isAsk = (event: ShopEvent): event is AskEvent => "askId" in event;

/** Does what the worker does: looks into what was asked, and writes the letters to an address, the oldest first. */
export function postOffice(shop: TestShop) {
  async function events(): Promise<ShopEvent[]> {
    const rows = await shop.database.db.selectFrom("core.outbox").selectAll().orderBy("id").execute();
    return rows.map(({ topic, payload }) => ({ topic, ...payload }) as ShopEvent);
  }

  async function lettersTo(address: string): Promise<(Letter & { topic: string })[]> {
    for (const event of (await events()).filter(isAsk)) {
      if (event.topic === "auth.reset-asked") await shop.services.auth.sendReset(event);
      else if (event.topic === "auth.guesses-noticed") await shop.services.auth.warnOwner(event);
      else if (event.topic === "users.export-asked") await shop.services.exports.build(event);
      else if (event.topic === "inventory.notice-asked") await shop.services.notices.invite(event);
      else await shop.services.auth.sendEmailChange(event);
    }
    const told = (await events()).filter(
      (event): event is LetterEvent => !isAsk(event) && "email" in event && event.email === address,
    );
    const sources = {
      publicUrl: testEnv.PUBLIC_URL,
      order: shop.services.orders.forLetter,
      open,
      unsubscribe: shop.services.consents.tokenOf,
      notices: shop.services.notices,
    };
    return Promise.all(told.map(async (event) => ({ ...(await letterFor(event, sources)), topic: event.topic })));
  }

  return {
    lettersTo,

    /** The token of the newest link to `path`, e.g. "/verify", that was sent to an address. */
    async tokenFor(address: string, path: string): Promise<string> {
      const letters = await lettersTo(address);
      const tokens = letters.flatMap(({ text }) => new RegExp(`${path}#([\\w-]{43})`).exec(text)?.[1] ?? []);
      const newest = tokens.at(-1);
      if (!newest) throw new Error(`no letter with a link to ${path}: ${letters.map(({ topic }) => topic).join()}`);
      return newest;
    },
  };
}
