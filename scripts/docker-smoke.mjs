// Builds the image, starts the composition and buys something in it; plain Node, nothing to install.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HELP = `node scripts/docker-smoke.mjs [--no-build] [--pictures] [-- <options of docker build>]

Builds the image vitrina, starts docker-compose.yml as a project of its own with secrets, volumes and a port of its own,
waits for health, seeds the demo catalogue, places an order as a guest over HTTP, looks at its page and at the letter
that waits for a mail server, rotates the signing keys, and takes everything down again.

  --no-build   use the image vitrina as it is
  --pictures   draw the pictures of the demo too, which takes minutes`;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const split = process.argv.indexOf("--");
const options = process.argv.slice(2, split < 0 ? undefined : split);
const buildOptions = split < 0 ? [] : process.argv.slice(split + 1);
const has = (option) => options.includes(option);

async function smoke() {
  if (!has("--no-build")) await run("docker", ["build", ...buildOptions, "-t", "vitrina", root]);
  const secrets = mkdtempSync(path.join(tmpdir(), "vitrina-secrets-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const compose = await composeWith({ SECRETS_DIR: secrets, PORT: String(port), PUBLIC_URL: url });
  try {
    await run(process.execPath, [path.join(root, "scripts", "make-secrets.mjs"), secrets]);
    await tried(compose, url);
    console.log(`✓ image of ${await imageSize()} MB`);
  } catch (error) {
    await compose("logs", "--tail=40");
    throw error;
  } finally {
    await compose("down", "--volumes", "--timeout", "15");
    rmSync(secrets, { recursive: true });
  }
}

async function tried(compose, url) {
  await compose("up", "-d", "--no-build");
  await until("the shop is healthy", () => answers(`${url}/health/ready`));
  await compose("run", "--rm", "shop", "seed", ...(has("--pictures") ? [] : ["--without-pictures"]));

  const { order, token } = await buy(url);
  console.log(`✓ order ${order.number}, ${order.totals.total / 100} ${order.totals.currency}`);
  const page = await fetch(`${url}/order/${token}`);
  const html = await page.text();
  if (!page.ok || !html.includes(order.number)) throw new Error(`The page of the order answers ${page.status}.`);
  console.log("✓ its page is served");
  await until("its letter waits for a mail server", async () => Number(await inDatabase(compose, LETTERS)) > 0);
  await keysRotate(compose, url);
}

/** A key rotated while the shop is open: it signs from then on, and who was signed in stays so. */
async function keysRotate(compose, url) {
  const before = await signIn(url);
  await compose("run", "--rm", "shop", "keys", "rotate", "--force");
  await until("a rotated key signs", async () => keyOf(await signIn(url)) !== keyOf(before));
  await call(url, "orders.list", { query: {}, bearer: before });
  console.log("✓ nobody was signed out");
}

async function signIn(url) {
  const body = { email: "shopper@vitrina.example", password: "vitrina-demo-2026" };
  const { tokens } = await call(url, "auth.signIn", { body });
  return tokens.accessToken;
}

/** The id of the key that signed a token. */
const keyOf = (token) => JSON.parse(Buffer.from(token.split(".")[0], "base64url").toString()).kid;

/** Letters that were tried and will be tried again. */
const LETTERS = "select count(*) from graphile_worker.jobs where attempts between 1 and max_attempts - 1";

function inDatabase(compose, query) {
  const psql = `PGPASSWORD=$(cat /run/secrets/postgres_password) psql -U vitrina -d vitrina -Atc "${query}"`;
  return compose("exec", "-T", "postgres", "sh", "-c", psql);
}

async function buy(url) {
  const { rows } = await call(url, "search.list", { query: { currency: "RUB", inStock: true } });
  const variantId = rows.find((row) => row.variantId)?.variantId;
  if (!variantId) throw new Error("The demo catalogue has nothing to buy on its first page.");
  const { secret } = await call(url, "cart.addItem", { body: { variantId, quantity: 1, currency: "RUB" } });
  const quote = await call(url, "orders.startCheckout", { secret, body: { country: "RU" } });
  return call(url, "orders.placeOrder", {
    secret,
    body: { ...FORM, quoteHash: quote.hash, deliveryCode: quote.delivery.code },
  });
}

const FORM = {
  email: "smoke@vitrina.example",
  address: {
    fullName: "Анна Покупателева",
    phone: "+79123456789",
    country: "RU",
    city: "Москва",
    postcode: "101000",
    street: "Мясницкая, 1",
  },
  paymentMethod: "on-delivery",
  consent: { personalData: true, textVersion: "2026-11" },
};

/** One call of a procedure, as a program makes it: the cart goes by its secret, a mutation has a key of its own. */
async function call(url, procedure, { query, body, secret, bearer }) {
  const input = query ? `?input=${encodeURIComponent(JSON.stringify(query))}` : "";
  const headers = {
    "x-realm": "api",
    ...(secret && { "x-cart-secret": secret }),
    ...(bearer && { authorization: `Bearer ${bearer}` }),
  };
  const endpoint = procedure.startsWith("auth.") ? "auth" : "trpc";
  const mutation = {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`${url}/${endpoint}/${procedure}${input}`, body ? mutation : { headers });
  const { result, error } = await answer.json();
  if (error) throw new Error(`${procedure}: ${JSON.stringify(error)}`);
  return result.data;
}

/** Compose v2, or docker-compose where the plugin is absent. */
async function composeWith(variables) {
  const plugin = (await run("docker", ["compose", "version"], { captured: true })) !== "";
  const [command, ...prefix] = plugin ? ["docker", "compose"] : ["docker-compose"];
  const env = { ...process.env, ...variables };
  return (...args) => {
    const captured = args[0] === "exec";
    const project = ["--project-name", "vitrina-smoke", "--file", path.join(root, "docker-compose.yml")];
    return run(command, [...prefix, ...project, ...args], { env, captured });
  };
}

/** Runs a program to its end; what it says is shown, or returned if `captured`, in which case it may also fail. */
function run(command, args, { env = process.env, captured = false } = {}) {
  const output = captured ? ["pipe", "ignore"] : ["inherit", "inherit"];
  const child = spawn(command, args, { env, cwd: root, stdio: ["ignore", ...output] });
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 || captured) resolve(said.trim());
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}`));
    });
  });
}

async function until(title, holds) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await new Promise((go) => setTimeout(go, 1000)))
    if (await holds()) return console.log(`✓ ${title}`);
  throw new Error(`Within two minutes this was not so: ${title}.`);
}

const answers = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

async function imageSize() {
  const bytes = await run("docker", ["image", "inspect", "--format", "{{.Size}}", "vitrina"], { captured: true });
  return Math.round(Number(bytes) / 1e6);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

if (has("--help") || has("-h")) console.log(HELP);
else await smoke();
