import { randomUUID } from "node:crypto";
import { answerCalls } from "#calls.ts";
import { createContext, type Hall } from "#request.ts";
import { anAddress } from "#testing.ts";

export interface Answer {
  status: number;
  /** What the procedure answered. */
  data: unknown;
  /** Code of the refusal, null when there is none. */
  refusal: string | null;
  /** The whole body as sent. */
  text: string;
  /** Set-Cookie lines. */
  setCookies: string[];
  headers: Record<string, string>;
}

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";

/** Someone who calls over HTTP and keeps cookies as a browser does, except for their ends. */
export function aVisitor(
  hall: Hall,
  { headers = {}, ip = anAddress() }: { headers?: Record<string, string>; ip?: string } = {},
) {
  const jar = new Map<string, string>();

  async function send(path: string, init: RequestInit, batch = false): Promise<Answer> {
    const endpoint = path.startsWith("auth.") ? "/auth" : "/trpc";
    const sent = [...jar].filter(([name]) => !/(rt|device)$/.test(name) || endpoint === "/auth");
    const url = new URL(`https://shop.example${endpoint}/${path}${batch ? "?batch=1" : ""}`);
    const request = new Request(url, {
      ...init,
      headers: {
        "user-agent": FIREFOX,
        "content-type": "application/json",
        ...(sent.length > 0 && { cookie: sent.map(([name, value]) => `${name}=${value}`).join("; ") }),
        ...headers,
        ...(init.headers as Record<string, string>),
      },
    });
    const context = (inBatch: boolean) => createContext(hall, request, { ip, path: url.pathname, inBatch });
    const response = await answerCalls({ request, url, endpoint, context, headers: {} });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) keep(line);
    const text = await response.text();
    const body = text === "" ? {} : JSON.parse(text);
    return {
      status: response.status,
      data: body.result?.data,
      refusal: body.error?.data?.refusal?.code ?? null,
      text,
      setCookies,
      headers: Object.fromEntries(response.headers),
    };
  }

  function keep(line: string): void {
    const [pair = ""] = line.split(";");
    const [name = "", value = ""] = pair.split("=");
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  }

  return {
    jar,
    ask: (path: string, more: Record<string, string> = {}) => send(path, { headers: more }),
    tell: (path: string, input: object, more: Record<string, string> = {}) =>
      send(path, {
        method: "POST",
        body: JSON.stringify(input),
        headers: {
          "idempotency-key": randomUUID(),
          ...more,
        },
      }),
    tellInBatch: (path: string, input: object) =>
      send(
        path,
        { method: "POST", body: JSON.stringify({ 0: input }), headers: { "idempotency-key": randomUUID() } },
        true,
      ),
  };
}
