import { createAudit } from "@vitrina/db/core";
import {
  dropSigningKeys,
  ensureSigningKeys,
  isOver,
  KeysProblem,
  readSigningKeys,
  rotateSigningKeys,
  type SigningKey,
  signsFrom,
  verifiesUntil,
} from "#auth/signing-keys.ts";
import { type Arguments, Misuse, type OperatorCommand } from "#shop/command.ts";

export const keysCommand: OperatorCommand = {
  summary: "make, list, rotate or drop the keys that sign sessions",
  help: `pnpm shop keys [list | rotate [--force] | drop <kid>... | drop --all]

Makes the file AUTH_KEYS_FILE (auth-keys.json in DATA_DIR unless told) when it is not there, for its owner's eyes only.
Running processes follow a change within 5 seconds.
  list      the keys by their ids, as /.well-known/jwks.json has them, and what is to become of them
  rotate    the next key signs from now on, nobody is signed out; do it each 90 days
  --force   although the next key has not been published for an hour
  drop      keys that may have leaked: nothing that they signed is accepted any more, sessions renew themselves
  --all     every key: the file itself may have leaked`,
  options: { force: { type: "boolean" }, all: { type: "boolean" } },
  async check({ positionals: [act = "make", ...kids], values }) {
    if (!["make", "list", "rotate", "drop"].includes(act) || (act !== "drop" && kids.length > 0))
      throw new Misuse(keysCommand.help);
    if (act === "drop" && kids.length > 0 === (values["all"] === true))
      throw new Misuse("Say which: shop keys drop <kid>, as shop keys list names it, or shop keys drop --all.");
  },
  async run({ env, db, now }, args) {
    const file = env.AUTH_KEYS_FILE;
    const [act] = args.positionals;
    await ensureSigningKeys(file, now());
    if (!act) return console.log(`${file} is ready`);
    if (act === "list") return console.log(table(await readSigningKeys(file), now()));
    const keys = await changed(file, now(), args);
    console.log(table(keys, now()));
    // After the change, which must not wait for a database that is away.
    await createAudit(db).record({
      action: act === "drop" ? "auth.keys-dropped" : "auth.keys-rotated",
      actor: { kind: "operator" },
      subject: { kind: "signing-keys", id: keys.find(({ state }) => state === "active")?.kid ?? "" },
    });
  },
};

function changed(file: string, now: Date, { positionals, values }: Arguments): Promise<SigningKey[]> {
  const [act, ...kids] = positionals;
  const change =
    act === "drop"
      ? dropSigningKeys(file, { now, kids: values["all"] === true ? "all" : kids })
      : rotateSigningKeys(file, { now, force: values["force"] === true });
  return change.catch((error: unknown) => {
    throw error instanceof KeysProblem ? new Misuse(error.message) : error;
  });
}

const table = (keys: readonly SigningKey[], now: Date): string =>
  keys
    .filter((key) => !isOver(key, now))
    .map((key) => `${key.kid}  ${key.state.padEnd(8)}  ${prospect(key)}`)
    .join("\n");

function prospect(key: SigningKey): string {
  switch (key.state) {
    case "next":
      return `may sign from ${signsFrom(key).toISOString()} on`;
    case "active":
      return `signs since ${key.since.toISOString()}`;
    case "retiring":
      return `verifies until ${verifiesUntil(key).toISOString()}`;
  }
}
