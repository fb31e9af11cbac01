import { getConnInfo } from "@hono/node-server/conninfo";
import type { Inbox } from "@vitrina/db/core";
import { Hono } from "hono";
import { html, type Html } from "#core/letter.ts";
import { isPrivateAddress } from "#core/private-network.ts";

const SHOWN = 100;

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * The development inbox: /inbox lists the letters, /inbox/:id shows one, to this machine and its network alone. Never
 * mount it in production.
 */
export function createInboxRoutes(inbox: Pick<Inbox, "list" | "find">): Hono {
  const routes = new Hono();

  routes.use("/inbox/*", async (c, next) => {
    // A proxy on this machine makes everybody's connection a near one, so all whom it names must be near too.
    const forwarded = c.req.header("x-forwarded-for")?.split(",") ?? [];
    const way = [getConnInfo(c).remote.address ?? "", ...forwarded];
    if (!way.every((address) => isPrivateAddress(address.trim()))) return c.notFound();
    return next();
  });

  routes.get("/inbox", async (c) => {
    const letters = await inbox.list(SHOWN);
    const rows = letters.map(
      ({ id, recipient, subject, sentAt }) =>
        html`<li>
          <a href="/inbox/${id}"><strong>${subject}</strong><br /><small>${recipient} · ${timeOf(sentAt)}</small></a>
        </li>`,
    );
    const body = html`<h1>Inbox</h1>
      ${
        rows.length > 0
          ? html`<ul>
              ${rows}
            </ul>`
          : html`<p>No letters yet.</p>`
      }`;
    return c.html(page("Inbox", body), 200, { "content-security-policy": PAGE_POLICY });
  });

  routes.get("/inbox/:id{[0-9]{1,15}}", async (c) => {
    const letter = await inbox.find(Number(c.req.param("id")));
    if (!letter) return c.notFound();
    const { id, recipient, subject, text, sentAt } = letter;
    const body = html`<p><a href="/inbox">← Inbox</a></p>
      <h1>${subject}</h1>
      <p>${recipient} · ${timeOf(sentAt)}</p>
      <iframe src="/inbox/${id}/html" title="${subject}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
      <details>
        <summary>Plain text</summary>
        <pre>${text}</pre>
      </details>`;
    return c.html(page(subject, body), 200, { "content-security-policy": PAGE_POLICY });
  });

  routes.get("/inbox/:id{[0-9]{1,15}}/html", async (c) => {
    const letter = await inbox.find(Number(c.req.param("id")));
    if (!letter) return c.notFound();
    // Links of a letter open beside the frame they are shown in, as ordinary pages.
    const markup = letter.html.replace("<head>", '<head><base target="_blank">');
    return c.html(markup, 200, { "content-security-policy": LETTER_POLICY, "x-frame-options": "SAMEORIGIN" });
  });

  return routes;
}

const timeOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace("T", " ");

const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          body {
            margin: 0 auto;
            max-width: 46rem;
            padding: 1.5rem 1rem;
            font:
              1rem/1.5 system-ui,
              sans-serif;
            color: #2b2a27;
            background: #f6f2ec;
          }
          ul {
            list-style: none;
            padding: 0;
          }
          li a {
            display: block;
            padding: 0.75rem 1rem;
            margin: 0 0 0.5rem;
            background: #fff;
            border-radius: 8px;
            color: inherit;
            text-decoration: none;
          }
          li a:hover,
          li a:focus {
            outline: 2px solid #2b2a27;
          }
          iframe {
            width: 100%;
            height: 40rem;
            border: 0;
            border-radius: 8px;
            background: #fff;
          }
          pre {
            white-space: pre-wrap;
            background: #fff;
            padding: 1rem;
            border-radius: 8px;
          }
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.markup;
