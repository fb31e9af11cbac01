const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * How often something may be done by one caller: `burst` times at once, and that many again over `per` milliseconds.
 * With `delay` nobody is ever shut out for long: beyond the burst each further try waits twice as long as the one before,
 * and `per` milliseconds after the last wait all is forgotten.
 */
export interface Limit {
  burst: number;
  per: number;
  delay?: { first: number; longest: number };
}

const GUESSES = { burst: 5, per: 15 * MINUTE, delay: { first: 2 * SECOND, longest: 15 * MINUTE } };

/** All limits of the shop, in one place. `…-by-network` counts a network (/24, /64), the others what their name says. */
export const LIMITS = {
  "sign-in-by-network": { burst: 20, per: MINUTE },
  "sign-up-by-network": { burst: 20, per: 10 * MINUTE },
  /** Passwords of signed-in people: they are worked on ahead of all strangers', and must not starve them. */
  "password-by-network": { burst: 30, per: MINUTE },
  /** Links by mail: reset, verification, invitation. */
  "link-by-network": { burst: 20, per: 10 * MINUTE },
  /** Mail programs of many people send it from the networks of few mail services. */
  "unsubscribe-by-network": { burst: 300, per: MINUTE },
  "notice-by-network": { burst: 20, per: 10 * MINUTE },
  /** Letters by which a guest confirms a notice: beyond that none is sent, and nobody is told. */
  "notice-by-address": { burst: 5, per: 24 * 60 * MINUTE },
  /** Passwords of one account, from all devices that never signed in to it. */
  "password-by-account": GUESSES,
  /** Passwords of one account, from one device that did. */
  "password-by-device": GUESSES,
  /** The password of a signed-in person, asked for again. */
  "password-by-session": GUESSES,
  "second-factor-by-account": GUESSES,
  /** All calls of a program by one key. */
  "calls-by-key": { burst: 600, per: MINUTE },
  /** Files that a shopkeeper sends: each is written, and a picture is made anew. */
  "uploads-by-account": { burst: 300, per: 10 * MINUTE },
  "code-by-network": { burst: 60, per: 10 * MINUTE },
  "code-by-cart": { burst: 10, per: 10 * MINUTE },
  /** Every checkout holds goods for a quarter of an hour. */
  "guest-checkout-by-network": { burst: 60, per: 15 * MINUTE },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;
