# The shop as one image: API with the web app, worker and operators' commands, each a bundle of its own.
FROM node:26-bookworm-slim AS build
WORKDIR /shop
ENV CI=true
RUN npm install --global --ignore-scripts pnpm@12.21.0 \
 && printf '#!/bin/sh\nexec node /usr/local/lib/node_modules/pnpm/bin/pnpm.mjs "$@"\n' >/usr/local/bin/pnpm \
 && chmod 755 /usr/local/bin/pnpm

# The lists of packages come first, so that a change of the code alone installs nothing.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/api-contract/package.json packages/api-contract/
COPY packages/db/package.json packages/db/
COPY packages/domain/package.json packages/domain/
COPY examples/package.json examples/
COPY tooling tooling
RUN pnpm install --frozen-lockfile --ignore-scripts --filter "@vitrina/api..." --filter "@vitrina/web..."

COPY packages packages
COPY apps apps
RUN pnpm --filter @vitrina/web --filter @vitrina/api run build
# What has native parts stays outside of the bundles.
RUN pnpm --filter @vitrina/demo deploy --legacy --prod --ignore-scripts /native \
 && mkdir -p /out/api /out/web \
 && mv apps/api/dist /out/api/ && mv apps/web/dist /out/web/ && mv /native/node_modules /out/api/ \
 && printf '{ "type": "module" }\n' >/out/package.json

FROM node:26-bookworm-slim
ENV NODE_ENV=production APP_ENV=production HOST=0.0.0.0 PORT=3000 \
    WEB_DIR=/shop/web/dist DATA_DIR=/data AUTH_KEYS_FILE=/keys/auth-keys.json
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
 && mkdir /data /keys && chown node:node /data /keys && chmod 700 /keys
WORKDIR /shop
COPY --from=build /out .
USER node
VOLUME ["/data", "/keys"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "api/dist/main.js"]
