import { type DestinationStream, type Level, type Logger, pino } from "pino";

/** Never written down, at any depth that our objects have. */
const SECRET_NAMES = ["password", "token", "refreshToken", "accessToken", "secret", "cookie", "authorization"];

export const createLog = (level: Level | "silent", destination?: DestinationStream): Logger =>
  pino({ level, redact: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]) }, destination);
