import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { HelpContact, senderLink } from "#core/help-contact.ts";
import { isPrivateHost } from "#core/private-network.ts";

const DEV_SECRET = "development-only-secret-not-for-production";
const secret = z.string().min(32);
/** Without HTTPS cookies are not Secure, which only the machine itself may bear. */
const HTTPS_OR_LOCAL = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$))/;
const port = z.coerce.number().int().min(0).max(65_535);

const Variables = z.object({
  APP_ENV: z.enum(["dev", "test", "production"]).default("dev"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3000),
  /** Where shoppers reach the shop, without a trailing slash; mails and cookies follow it, never a request header. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(6),
  /** Off behind a pgBouncer in transaction mode older than 1.21. */
  DATABASE_NAMED_STATEMENTS: z.stringbool().default(true),
  /** The same database past that pooler, for one connection that listens; DATABASE_URL unless told. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default(".data"),
  MEDIA_DIR: z.string().optional(),
  /** Files to import wait here; nobody is served them. */
  UPLOADS_DIR: z.string().optional(),
  /** Pictures and uploads lie in a bucket instead: all five are given, or none. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is no name of a bucket")
    .optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  WEB_DIR: z.string().optional(),
  /** JSON of the token signing keys, mode 0600. Made on first start in dev and test. */
  AUTH_KEYS_FILE: z.string().optional(),
  PASSWORD_PEPPER: secret.default(DEV_SECRET),
  ORDER_TOKEN_KEY: secret.default(DEV_SECRET),
  /** smtp://user:password@host:port; without it mail goes to the inbox page (dev, test). */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().default("Vitrina <shop@vitrina.example>"),
  /** Where shoppers ask for help, on every page; the sender of letters unless told. */
  HELP_CONTACT: HelpContact.optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  /** Addresses of the proxies whose X-Forwarded-For is believed, comma-separated. */
  TRUSTED_PROXIES: z.string().default(""),
  /** Whether this process also runs the worker's jobs. */
  WORKER: z.enum(["inline", "off"]).default("off"),
});

const SECRETS = [
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "PASSWORD_PEPPER",
  "ORDER_TOKEN_KEY",
  "SMTP_URL",
  "S3_SECRET_ACCESS_KEY",
] as const;

/** All that is wrong with the configuration, one line each; values of secrets are never part of it. */
export class InvalidConfiguration extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "InvalidConfiguration";
  }
}

type Source = Record<string, string | undefined>;

/** `X_FILE=/run/secrets/x` stands for `X=<content of that file>`. */
function withSecretFiles(source: Source, faults: string[]): Source {
  const read: Source = {};
  for (const name of SECRETS) {
    const file = source[`${name}_FILE`];
    if (!file) continue;
    if (source[name]) faults.push(`${name} and ${name}_FILE are both set: keep one`);
    try {
      read[name] = readFileSync(file, "utf8").trim();
    } catch {
      faults.push(`${name}_FILE: ${file} cannot be read`);
    }
  }
  return { ...source, ...read };
}

/**
 * Reads the configuration from environment variables; this file is the only one that sees them.
 * @throws InvalidConfiguration naming every fault at once
 */
export function readEnv(source: Source = process.env) {
  const faults: string[] = [];
  const given = withSecretFiles(source, faults);
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(filled);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
    throw new InvalidConfiguration(faults);
  }
  const env = parsed.data;
  if (env.APP_ENV === "production") {
    if (!env.PUBLIC_URL)
      faults.push("PUBLIC_URL: production needs the address shoppers use, e.g. https://shop.example");
    if (env.PUBLIC_URL && !HTTPS_OR_LOCAL.test(env.PUBLIC_URL))
      faults.push("PUBLIC_URL: production speaks HTTPS; plain HTTP is for localhost alone");
    if (!env.SMTP_URL) faults.push("SMTP_URL: production needs a mail server");
    if (!env.AUTH_KEYS_FILE) faults.push("AUTH_KEYS_FILE: production needs signing keys of its own (pnpm shop keys)");
    for (const name of ["PASSWORD_PEPPER", "ORDER_TOKEN_KEY"] as const)
      if (env[name] === DEV_SECRET) faults.push(`${name}: production refuses the development default`);
  } else if (env.PUBLIC_URL && !isPrivateHost(new URL(env.PUBLIC_URL).hostname)) {
    faults.push(
      `PUBLIC_URL: ${env.PUBLIC_URL} is open to the world, and APP_ENV=${env.APP_ENV} shows all mail and has published ` +
        "secrets: set APP_ENV=production and the secrets it asks for",
    );
  }
  const bucket = ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const missing = bucket.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < bucket.length)
    faults.push(`${missing.join(", ")}: a bucket needs all of ${bucket.join(", ")}`);
  if (env.APP_ENV === "test" && !databaseName(env.DATABASE_URL).includes("test"))
    faults.push("DATABASE_URL: tests refuse a database whose name lacks 'test'");
  if (faults.length > 0) throw new InvalidConfiguration(faults);

  const dataDir = resolve(env.DATA_DIR);
  return {
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    HELP_CONTACT: env.HELP_CONTACT ?? senderLink(env.MAIL_FROM),
    DATA_DIR: dataDir,
    MEDIA_DIR: env.MEDIA_DIR ? resolve(env.MEDIA_DIR) : resolve(dataDir, "media"),
    UPLOADS_DIR: resolve(env.UPLOADS_DIR ?? resolve(dataDir, "uploads")),
    WEB_DIR: resolve(env.WEB_DIR ?? fileURLToPath(new URL("../../web/dist", import.meta.url))),
    AUTH_KEYS_FILE: resolve(env.AUTH_KEYS_FILE ?? resolve(dataDir, "auth-keys.json")),
    TRUSTED_PROXIES: env.TRUSTED_PROXIES.split(",")
      .map((address) => address.trim())
      .filter(Boolean),
  };
}
export type Env = ReturnType<typeof readEnv>;

/** For operators' commands, which run on the embedded database of DATA_DIR when none is named; `start` tells its address. */
export async function readOperatorEnv(
  start: (folder: string) => Promise<string>,
  source: Source = process.env,
): Promise<Env> {
  if (source["DATABASE_URL"] || source["DATABASE_URL_FILE"]) return readEnv(source);
  const folder = resolve(source["DATA_DIR"] || ".data", "postgres");
  return readEnv({ ...source, DATABASE_URL: await start(folder) });
}

const databaseName = (url: string): string => {
  const { pathname } = new URL(url);
  return decodeURIComponent(pathname.slice(1));
};

/** The configuration as it may be shown: secrets are masked. */
export const redacted = (env: Env): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      (SECRETS as readonly string[]).includes(name) && value !== undefined ? "[redacted]" : value,
    ]),
  );
