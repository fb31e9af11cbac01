// Makes the secrets that docker-compose.yml mounts; plain Node, nothing to install.
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HELP = `node scripts/make-secrets.mjs [folder]: the secrets of docker-compose.yml, with random values

Writes postgres_password, database_url, smtp_url, password_pepper and order_token_key into secrets/, or into the folder
that is named (then set SECRETS_DIR to it). What is there already is never written again: to lose password_pepper is to
lose every password, to lose order_token_key is to lose the links to guests' orders. Keep a copy in a safe place.

Mail goes to the mailpit of the profile "mail": write your own server's address into smtp_url.`;

const asked = process.argv[2];
if (asked === "--help" || asked === "-h") {
  console.log(HELP);
} else {
  makeSecrets(path.resolve(asked ?? path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "secrets")));
}

function makeSecrets(folder) {
  const password = random();
  const secrets = {
    postgres_password: password,
    database_url: `postgresql://vitrina:${password}@postgres:5432/vitrina`,
    smtp_url: "smtp://mailpit:1025",
    password_pepper: random(),
    order_token_key: random(),
  };
  const present = Object.keys(secrets).filter((name) => existsSync(path.join(folder, name)));
  if (present.length > 0) {
    console.error(`${folder} has ${present.join(", ")} already: nothing was written. Move them away to make new ones.`);
    process.exit(1);
  }
  // The folder is its owner's alone. The files may be read by all, because a container mounts them one by one, with their
  // modes, and reads them as a user of its own.
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(path.join(folder, name), `${value}\n`, { flag: "wx" });
    chmodSync(path.join(folder, name), 0o644);
  }
  console.log(`Wrote ${Object.keys(secrets).join(", ")} into ${folder}`);
}

function random() {
  return randomBytes(32).toString("base64url");
}
