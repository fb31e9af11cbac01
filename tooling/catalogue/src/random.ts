/** Draws of one product: the same for the same seed and index on every machine. */
export interface Draw {
  /** From 0 up to, but not including, 1. */
  next(): number;
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Standard normal. */
  normal(): number;
}

/** Murmur's finish: neighbours come out far apart. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Mulberry32. */
export function drawOf(seed: number, index: number): Draw {
  let state = mix(mix(seed + 0x9e3779b9) ^ index);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** By Fisher and Yates. */
export function shuffled<Item>(items: readonly Item[], { whole }: Draw): Item[] {
  const found = [...items];
  for (let last = found.length - 1; last > 0; last--) {
    const other = whole(0, last);
    [found[last], found[other]] = [found[other] as Item, found[last] as Item];
  }
  return found;
}

/** Picks the item of rank r with a chance in proportion to 1 / r^exponent. */
export function zipfOf<Item>(items: readonly Item[], exponent: number): (draw: Draw) => Item {
  const sums = new Float64Array(items.length);
  let sum = 0;
  for (let rank = 1; rank <= items.length; rank++) sums[rank - 1] = sum += rank ** -exponent;
  return ({ next }) => {
    const wanted = next() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low] as Item;
  };
}
