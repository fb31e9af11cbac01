export { chanceOf, combinationOf, type Chance, type Combination } from "./combination.ts";
export { truthsOf, verdictOf, type Answer, type Verdict } from "./compare.ts";
export { sampleGoods, type Goods } from "./goods.ts";
