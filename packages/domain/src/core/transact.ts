/**
 * Runs `work` in one transaction (READ COMMITTED) and hands it the repositories bound to it.
 * A call inside another joins the open transaction. A throw rolls everything back.
 */
export type Transact<Scope> = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
