import { randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { busyOf } from "@vitrina/db/core";
import { Hono, type Context as HttpContext } from "hono";
import { compress } from "hono/compress";
import { createGuessAlarm } from "#auth/guess-alarm.ts";
import { answerCalls } from "#calls.ts";
import { gate, type RequestKind } from "#core/gate.ts";
import { securityHeaders } from "#core/headers.ts";
import { MAX_BODY } from "#core/json.ts";
import type { Metrics } from "#core/metrics.ts";
import { remembered } from "#core/remembered.ts";
import { remoteAddress } from "#core/remote-address.ts";
import { createContext, type Hall, isTwofold, realmOf } from "#request.ts";
import { uploadRoutes } from "#uploads.ts";
import { fallbackPage, type Pages } from "#pages.ts";
import { visitorOf } from "#core/visitor.ts";
import { downloadRoutes } from "#downloads.ts";
import { exportDownload } from "#export-download.ts";
import { mediaFiles } from "#media-files.ts";
import { noticeForms } from "#notice-forms.ts";
import { oneClickUnsubscribe } from "#one-click.ts";

export interface AppOptions extends Hall {
  publicUrl: string;
  /** Answer loopback names on any port as the shop itself: dev and test only. */
  loopback: boolean;
  trustedProxies: readonly string[];
  mediaDir: string;
  webDir: string;
  /** Null while only the API is served. */
  pages: Pages | null;
  metrics: Metrics;
  /** Resolves when the shop can serve; rejects with the reason. */
  ready: () => Promise<void>;
  /** More routes, e.g. the inbox in development; paths with a leading slash. */
  extra?: Hono;
}

const IMMUTABLE = "public, max-age=31536000, immutable";
/** Every other file has a hash of its content in its name. */
const LASTING_NAME = /(?:^|\/)(?:hero-|favicon)[^/]*$/;
const LASTING = "public, max-age=3600";
/** Seconds: far less than the hour for which a key is published before it signs, and than the quarter it retires for. */
const JWKS_FOR = 300;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The shop's whole HTTP surface: procedure calls, pages, files, probes. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const { metrics, https } = options;
  const own = new URL(options.publicUrl);
  const alarm = createGuessAlarm(options);
  const hall: Hall = {
    ...options,
    refused(procedure, code) {
      metrics.refused(procedure, code);
      alarm(procedure, code);
    },
  };
  const common = { ...securityHeaders({ https }), "cache-control": "private, no-store" };

  // Anybody may ask, and it names every product.
  const drawnSitemap = remembered(
    async (origin: string) => sitemap(origin, await options.services.search.sitemap(50_000)),
    { milliseconds: 600_000, now: options.now },
  );

  app.get("/health/live", (c) => c.text("ok"));
  app.get("/health/ready", (c) =>
    options.ready().then(
      () => c.text("ok"),
      (error: unknown) => {
        options.log.warn({ err: error }, "not ready");
        return c.text("not ready", 503);
      },
    ),
  );
  app.get("/metrics", async (c) => c.text(await metrics.text(), 200, { "content-type": metrics.contentType }));

  app.use(async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (host !== own.host && !(options.loopback && LOOPBACK.test(host))) return c.text("unknown host", 421);
    const started = performance.now();
    await next();
    // Calls bring theirs along: touching an answer's headers costs a tenth of a call.
    if (!isCall(c.req.path)) complete(c.res.headers, common);
    const status = `${Math.floor(c.res.status / 100)}xx`;
    metrics.requests.observe({ kind: kindOf(c.req.path), status }, (performance.now() - started) / 1000);
    return;
  });

  const refused = (c: HttpContext, kind: RequestKind) => {
    const headers = c.req.raw.headers;
    const ownOrigins = options.loopback ? [own.origin, `http://${c.req.header("host")}`] : [own.origin];
    const status = gate({
      method: c.req.method,
      kind,
      realm: isTwofold(headers, https) ? "both" : realmOf(headers),
      secFetchSite: headers.get("sec-fetch-site"),
      secFetchMode: headers.get("sec-fetch-mode"),
      origin: headers.get("origin"),
      contentType: headers.get("content-type"),
      ownOrigins,
    });
    if (status !== null) metrics.refusals.inc({ status: String(status) });
    return status;
  };
  const contextOf = (c: HttpContext, inBatch = false) => {
    const connection = getConnInfo(c).remote.address ?? "";
    const ip = remoteAddress(connection, c.req.header("x-forwarded-for") ?? null, options.trustedProxies);
    return createContext(hall, c.req.raw, { ip, path: c.req.path, inBatch });
  };

  for (const endpoint of ["/trpc", "/auth"])
    app.all(`${endpoint}/*`, async (c) => {
      const stop = refused(c, "call");
      if (stop) return c.body(null, stop, common);
      if (Number(c.req.header("content-length") ?? 0) > MAX_BODY) return c.body(null, 413, common);
      const url = new URL(c.req.url);
      return answerCalls({
        request: c.req.raw,
        url,
        endpoint,
        headers: common,
        context: (inBatch) => contextOf(c, inBatch),
      });
    });

  app.route(
    "/",
    mediaFiles(options.mediaDir, options.services.storage, (path) => (LASTING_NAME.test(path) ? LASTING : null)),
  );
  app.use("/assets/*", serveFiles(`${options.webDir}/client/assets`, "/assets"));
  app.use("/:file{(favicon\\.svg|fonts/.*)}", serveFiles(`${options.webDir}/client`, ""));
  // What is not there is no page either: whoever asks for a picture can do nothing with one.
  for (const files of ["/media/*", "/assets/*"]) app.all(files, (c) => c.text("not found", 404, common));
  app.get("/.well-known/jwks.json", async (c) => {
    const { published } = await options.services.keyring();
    return c.body(JSON.stringify(published), 200, {
      "content-type": "application/jwk-set+json",
      "cache-control": `public, max-age=${JWKS_FOR}`,
    });
  });
  app.get("/robots.txt", (c) => c.text(robots(own.origin)));
  app.get("/sitemap.xml", async (c) =>
    c.body(await drawnSitemap(own.origin), 200, {
      "content-type": "application/xml",
      "cache-control": "public, max-age=600",
    }),
  );
  app.route("/", oneClickUnsubscribe(contextOf));
  app.route(
    "/",
    noticeForms(contextOf, (c) => refused(c, "form")),
  );
  app.route("/", exportDownload(contextOf));
  app.route("/", downloadRoutes(contextOf));
  app.route(
    "/",
    uploadRoutes(contextOf, (c) => refused(c, "upload")),
  );
  if (options.extra) app.route("/", options.extra);

  app.use(compress({ encoding: "gzip" }));
  app.all("*", async (c) => {
    const stop = refused(c, "document");
    if (stop) return c.body(null, stop);
    if (!options.pages) return c.text("no pages here", 404);
    const nonce = randomBytes(16).toString("base64");
    const headers = { ...securityHeaders({ https, nonce, path: c.req.path }), "cache-control": "private, no-store" };
    const context = await contextOf(c);
    try {
      const page = await options.pages({
        request: c.req.raw,
        nonce,
        origin: own.origin,
        visitor: visitorOf(context, c.req.header("cookie") ?? ""),
        context: async () => context,
      });
      for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
      return page.status === 500 ? failedPage(page, context.answerHeaders) : page;
    } catch (error) {
      context.log.error({ err: error, path: loggedPath(c.req.path) }, "page failed");
      return c.html(fallbackPage(context.requestId), 500, headers);
    }
  });

  app.onError((error, c) => {
    const busy = busyOf(error);
    if (busy) {
      options.log.warn({ err: error, path: loggedPath(c.req.path) }, "too busy");
      return c.text(busy.code, 503, { ...common, "retry-after": String(busy.details.retryAfter) });
    }
    options.log.error({ err: error, path: loggedPath(c.req.path) }, "request failed");
    return c.text("core.unexpected", 500, common);
  });
  return app;
}

const isCall = (path: string): boolean => path.startsWith("/trpc/") || path.startsWith("/auth/");

function complete(headers: Headers, common: Record<string, string>): void {
  for (const [name, value] of Object.entries(common)) if (!headers.has(name)) headers.set(name, value);
}

/** A page that a busy shop could not fill may be asked for again. */
function failedPage(page: Response, { "retry-after": retryAfter }: Record<string, string>): Response {
  if (!retryAfter) return page;
  page.headers.set("retry-after", retryAfter);
  return new Response(page.body, { status: 503, headers: page.headers });
}

/** Without the key of an order, which opens it to whoever has it, and without the tokens of links in letters. */
const loggedPath = (path: string): string => path.replace(/(\/(?:order|unsubscribe|notice)\/).*/, "$1…");

const kindOf = (path: string): string => /^\/(trpc|auth|media|assets|health)\//.exec(path)?.[1] ?? "page";

const serveFiles = (root: string, prefix: string) =>
  serveStatic({
    root,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(prefix.length),
    onFound: (path, c) => c.header("cache-control", LASTING_NAME.test(path) ? LASTING : IMMUTABLE),
  });

const robots = (origin: string): string =>
  [
    "User-agent: *",
    "Disallow: /cart",
    "Disallow: /checkout",
    "Disallow: /account",
    "Disallow: /admin",
    "Disallow: /order/",
    "Disallow: /unsubscribe/",
    "Disallow: /notice/",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");

function sitemap(origin: string, pages: readonly { path: string; updatedAt: Date }[]): string {
  const urls = pages.map(
    ({ path, updatedAt }) =>
      `<url><loc>${origin}${path}</loc><lastmod>${updatedAt.toISOString()}</lastmod>` +
      `<xhtml:link rel="alternate" hreflang="ru" href="${origin}${path}"/>` +
      `<xhtml:link rel="alternate" hreflang="en" href="${origin}/en${path}"/></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>\n`;
}
