import { hash } from "node:crypto";
import { type Availability, TooManyWatchers } from "@vitrina/domain/inventory";

export type Shown = { variantId: string; availability: Availability }[];

interface Options {
  /** What can be sold now; a variant left out has never been. */
  read: (variantIds: readonly string[]) => Promise<ReadonlyMap<string, Availability>>;
  /** Milliseconds between two looks. */
  pause?: number;
  /** Most streams of the process, and of one network. */
  most?: { ofAll: number; ofNetwork: number };
}
interface Watch {
  variantIds: readonly string[];
  /** Whom to count it against. */
  network: string;
  /** The id of the last state the watcher has seen, if it comes back. */
  seen: string | null;
  signal: AbortSignal | undefined;
}
interface Watcher {
  variantIds: readonly string[];
  tell: (shown: Shown | null) => void;
}

const NOT_SOLD: Availability = { inStock: false, left: 0 };
const idOf = (shown: Shown): string => hash("sha256", JSON.stringify(shown), "base64url").slice(0, 22);

/**
 * Live availability (INV-04): one look a second serves every stream of the process, and there is none while nobody
 * watches. A stream tells states and no differences, each named by its own content: whoever comes back with the id of the
 * last one hears of any change since, and of nothing if there was none.
 */
export function createStockWatch({ read, pause = 1000, most = { ofAll: 500, ofNetwork: 30 } }: Options) {
  const watchers = new Set<Watcher>();
  const seats = new Map<string, number>();
  let looking = false;
  let closed = false;

  /** @throws TooManyWatchers */
  function takeSeat(network: string): () => void {
    const taken = seats.get(network) ?? 0;
    const all = [...seats.values()].reduce((sum, count) => sum + count, 0);
    if (taken >= most.ofNetwork || all >= most.ofAll) throw new TooManyWatchers({ retryAfter: 60 });
    seats.set(network, taken + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const others = (seats.get(network) ?? 1) - 1;
      if (others > 0) seats.set(network, others);
      else seats.delete(network);
    };
  }

  async function look(): Promise<void> {
    const wanted = new Set([...watchers].flatMap(({ variantIds }) => variantIds));
    const found = await read([...wanted]);
    for (const { variantIds, tell } of watchers)
      tell(variantIds.map((variantId) => ({ variantId, availability: found.get(variantId) ?? NOT_SOLD })));
  }

  async function keepLooking(): Promise<void> {
    if (looking) return;
    looking = true;
    while (watchers.size > 0) {
      // A database that is away for a moment is missed by the calls of the same process, which say so.
      await look().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
    looking = false;
  }

  async function* statesOf({ variantIds, seen, signal }: Watch, leave: () => void) {
    let latest = Promise.withResolvers<Shown | null>();
    const watcher: Watcher = { variantIds, tell: (shown) => latest.resolve(shown) };
    const stop = () => watcher.tell(null);
    signal?.addEventListener("abort", stop);
    watchers.add(watcher);
    void keepLooking();
    try {
      let known = seen;
      while (!closed && !signal?.aborted) {
        const shown = await latest.promise;
        latest = Promise.withResolvers();
        if (shown === null) return;
        const id = idOf(shown);
        if (id === known) continue;
        known = id;
        yield { id, shown };
      }
    } finally {
      watchers.delete(watcher);
      signal?.removeEventListener("abort", stop);
      leave();
    }
  }

  return {
    /** States of these variants, the first at once unless it is the one seen. @throws TooManyWatchers */
    watch(watch: Watch) {
      const leave = takeSeat(watch.network);
      watch.signal?.addEventListener("abort", leave, { once: true });
      return statesOf(watch, leave);
    },

    /** Ends all streams, so that the process can end; their watchers come back to another one. */
    close(): void {
      closed = true;
      for (const { tell } of watchers) tell(null);
    },
  };
}
