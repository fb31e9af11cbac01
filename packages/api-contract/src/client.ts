import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "./router.ts";
import type { Refusal } from "./refusal.ts";

export type ShopClient = ReturnType<typeof createTRPCClient<AppRouter>>;

/** The typed reason of a failed call, or null when it is no refusal of the shop (no network, a bug). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === "object" && data !== null && "refusal" in data ? (data.refusal as Refusal | null) : null;
}

/** 128 bits of chance. A page over plain HTTP has no `crypto.randomUUID`. */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

interface Transport {
  /** Base address without a trailing slash; "" in a browser. */
  url: string;
  headers?: () => Record<string, string>;
}

/**
 * Where calls go: auth procedures under /auth (the refresh cookie's path), queries batched by at most 10, mutations
 * alone, each with an idempotency key that stays the same when the call is repeated.
 */
export function shopLinks({ url, headers = () => ({}) }: Transport): TRPCLink<AppRouter>[] {
  const single = (path: string) =>
    httpLink<AppRouter>({
      url: `${url}/${path}`,
      headers: ({ op }) => ({
        ...headers(),
        ...(op.type === "mutation" && { "idempotency-key": String(op.context["idempotencyKey"]) }),
      }),
    });
  return [
    () =>
      ({ op, next }) =>
        next(op.type === "mutation" ? { ...op, context: { idempotencyKey: newIdempotencyKey(), ...op.context } } : op),
    splitLink({
      condition: (op) => op.type === "mutation",
      true: splitLink({ condition: (op) => op.path.startsWith("auth."), true: single("auth"), false: single("trpc") }),
      false: httpBatchLink<AppRouter>({ url: `${url}/trpc`, headers, maxItems: 10 }),
    }),
  ];
}

/** Asking to renew a revoked session fails, and takes what is left of it out of the browser. */
const RENEWABLE = ["auth.session-expired", "auth.session-revoked"];

/** Repeats a call once, with the same key, after `refresh` when its session has run out (AUTH-14). */
export const refreshLink =
  (refresh: () => Promise<boolean>): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const keyed = { ...op, context: { idempotencyKey: newIdempotencyKey(), ...op.context } };
      let inner = next(keyed).subscribe({
        ...observer,
        error(error) {
          const code = refusalOf(error)?.code ?? "";
          if (op.path === "auth.refresh" || !RENEWABLE.includes(code)) {
            observer.error(error);
            return;
          }
          refresh().then(
            (renewed) => {
              if (renewed) inner = next(keyed).subscribe(observer);
              else observer.error(error);
            },
            () => observer.error(error),
          );
        },
      });
      return () => inner.unsubscribe();
    });

/**
 * A typed client for programs: Bearer tokens, silent refresh, guest cart kept by its secret.
 * `url` is the shop's address, e.g. "http://localhost:3000".
 */
export function createShopClient(url: string): ShopClient {
  const state = { access: "", refresh: "", cart: "" };
  let renewing: Promise<boolean> | null = null;
  const remember = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    if ("tokens" in value && typeof value.tokens === "object" && value.tokens !== null) {
      const { accessToken, refreshToken } = value.tokens as { accessToken: string; refreshToken?: string };
      state.access = accessToken;
      state.refresh = refreshToken ?? state.refresh;
    }
    if ("secret" in value && typeof value.secret === "string") state.cart = value.secret;
  };
  const headers = () => ({
    "x-realm": "api",
    ...(state.access && { authorization: `Bearer ${state.access}` }),
    ...(state.cart && { "x-cart-secret": state.cart }),
  });
  const rememberLink: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op).subscribe({
          ...observer,
          next(answer) {
            if (answer.result.type === undefined || answer.result.type === "data") remember(answer.result.data);
            if (op.path === "auth.signOut") Object.assign(state, { access: "", refresh: "", cart: "" });
            observer.next(answer);
          },
        }),
      );
  const plain = createTRPCClient<AppRouter>({
    links: [rememberLink, ...shopLinks({ url, headers: () => ({ "x-realm": "api" }) })],
  });
  const refresh = () =>
    (renewing ??= plain.auth.refresh
      .mutate({ refreshToken: state.refresh })
      .then(
        () => true,
        () => false,
      )
      .finally(() => (renewing = null)));
  return createTRPCClient<AppRouter>({ links: [refreshLink(refresh), rememberLink, ...shopLinks({ url, headers })] });
}
