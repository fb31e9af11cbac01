import { ensureSigningKeys, rotateSigningKeys } from "#auth/signing-keys.ts";
import type { OperatorCommand } from "#shop/command.ts";

export const keysCommand: OperatorCommand = {
  summary: "make or rotate the keys that sign sessions",
  help: `pnpm shop keys [--rotate | --drop]

Makes the file AUTH_KEYS_FILE (auth-keys.json in DATA_DIR unless told) when it is not there, for its owner's eyes only.
Running processes follow a change within seconds.
  --rotate   the announced next key signs from now on, nobody is signed out; do it each 90 days
  --drop     new keys at once, and none of the old ones verifies anything: for a file that may have leaked`,
  options: { rotate: { type: "boolean" }, drop: { type: "boolean" } },
  async run({ env, now }, { values }) {
    const file = env.AUTH_KEYS_FILE;
    const drop = values["drop"] === true;
    await ensureSigningKeys(file, now());
    if (drop || values["rotate"]) await rotateSigningKeys(file, { now: now(), drop });
    console.log(`${file} is ready`);
  },
};
