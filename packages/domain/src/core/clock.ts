/** The time as an injected dependency; always UTC instants. */
export type Clock = () => Date;
/** Time-ordered unique ids (UUIDv7) as an injected dependency. */
export type NewId = () => string;
