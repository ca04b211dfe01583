# One image for the portal and the emulator. Its steps are run without a Docker engine by `npm run assurance`.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN sh scripts/image/build.sh /app /image

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build --chown=root:root /image /app
RUN mkdir -p /var/lib/trustwright/portal /var/lib/trustwright/emulator && chown -R node:node /var/lib/trustwright
USER node
ENV WEB_ROOT=/app/apps/web/dist
CMD ["node", "--conditions=source", "apps/bff/src/server.ts"]
