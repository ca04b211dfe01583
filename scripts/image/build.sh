#!/bin/sh
# Turns a checkout ($1) into what the image holds ($2): the programs' sources, their production packages, and the
# built browser application. Needs Node 24 and npm; the Dockerfile runs exactly this.
set -eu
checkout=$1
image=$2
pnpm="npx --yes $(node -p "require('$checkout/package.json').config.pnpm")"

cd "$checkout"
CI=true $pnpm install --frozen-lockfile
(cd apps/web && node node_modules/vite/bin/vite.js build)

mkdir -p "$image/apps/web"
cp package.json pnpm-workspace.yaml pnpm-lock.yaml "$image/"
for part in packages/shared-schemas packages/federation apps/bff apps/emulator; do
  mkdir -p "$image/$part"
  (cd "$part" && tar -cf - --exclude=node_modules --exclude='*.test.ts' --exclude=conformance --exclude=assurance .) | tar -xf - -C "$image/$part"
done
cp apps/web/package.json "$image/apps/web/"
cp -R apps/web/dist "$image/apps/web/dist"
mkdir -p "$image/e2e"
cp e2e/package.json "$image/e2e/"

# Optional packages are left out: the database is outside the image, so its embedded binaries are not needed.
cd "$image"
CI=true $pnpm install --frozen-lockfile --prod --no-optional \
  --filter @trustwright/bff... --filter @trustwright/emulator...
