import { randomUUID } from "node:crypto";
import type { TestShop } from "#testing.ts";

let made = 0;
/** Words that no other rule has. */
const aWord = () => `word${++made}x${randomUUID().slice(0, 8)}`;
const aSynonym = () => ({ kind: "group" as const, language: null, phrases: [aWord(), aWord()] });
const aRule = () => ({ query: aWord(), pinned: [], buried: [] });
const NOBODYS: { id: string; version: number } = { id: randomUUID(), version: 1 };

/** What each procedure of the tuning is called with by those who may and those who may not. */
export const tuningInputs: Record<string, () => unknown> = {
  "search.tuning.synonyms": () => undefined,
  "search.tuning.createSynonym": aSynonym,
  "search.tuning.changeSynonym": () => ({ ...aSynonym(), ...NOBODYS }),
  "search.tuning.removeSynonym": () => NOBODYS,
  "search.tuning.queryRules": () => undefined,
  "search.tuning.queryRule": () => ({ id: NOBODYS.id }),
  "search.tuning.createQueryRule": aRule,
  "search.tuning.changeQueryRule": () => ({ ...aRule(), ...NOBODYS }),
  "search.tuning.removeQueryRule": () => NOBODYS,
  "search.tuning.zeroResults": () => undefined,
  "search.tuning.lag": () => undefined,
  "search.tuning.preview": () => ({ q: "mug", synonym: aSynonym() }),
};

/** Each change of the tuning, ready to be called twice under one key. */
export function tuningScenes(shop: TestShop) {
  const staff = async () => ({ principal: (await shop.member("staff")).principal });
  const onSynonym = (act: (named: typeof NOBODYS) => object) => async () => {
    const change = await staff();
    const { id, version } = await shop.callerOf(change).search.tuning.createSynonym(aSynonym());
    return { change, input: act({ id, version }) };
  };
  const onRule = (act: (named: typeof NOBODYS) => object) => async () => {
    const change = await staff();
    const { id, version } = await shop.callerOf(change).search.tuning.createQueryRule(aRule());
    return { change, input: act({ id, version }) };
  };
  return {
    "search.tuning.createSynonym": async () => ({ change: await staff(), input: aSynonym() }),
    "search.tuning.changeSynonym": onSynonym((named) => ({ ...aSynonym(), ...named })),
    "search.tuning.removeSynonym": onSynonym((named) => named),
    "search.tuning.createQueryRule": async () => ({ change: await staff(), input: aRule() }),
    "search.tuning.changeQueryRule": onRule((named) => ({ ...aRule(), ...named })),
    "search.tuning.removeQueryRule": onRule((named) => named),
  };
}
