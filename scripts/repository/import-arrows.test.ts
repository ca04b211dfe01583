import { expect, test } from 'vitest'
import { filesWhere, importsOf, isTest, isTypeScript, type SourceFile } from './source-files.ts'

const files = filesWhere((path) => isTypeScript(path) && /^(apps|packages|e2e)\//.test(path))
const code = files.filter(({ path }) => !isTest(path))

/** Imports of the files in `folder` that satisfy `forbidden`, as readable lines. */
function offending(
  from: SourceFile[],
  folder: RegExp,
  forbidden: (imported: string, path: string) => boolean,
) {
  return from
    .filter(({ path }) => folder.test(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => forbidden(imported, file.path))
        .map((imported) => `${file.path} -> ${imported}`),
    )
}

const isOwnPackage = (name: string) => name.startsWith('@trustwright/')

test('there are files to judge in every part', () => {
  for (const part of [
    'apps/web/src',
    'apps/bff/src',
    'apps/emulator/src',
    'packages/federation/src',
    'packages/shared-schemas/src',
    'e2e',
  ]) {
    expect(
      files.some(({ path }) => path.startsWith(part)),
      part,
    ).toBe(true)
  }
})

test('the emulator imports nothing of ours', () => {
  expect(offending(files, /^apps\/emulator\//, isOwnPackage)).toEqual([])
})

test('shared-schemas imports zod and nothing else', () => {
  const allowed = (name: string) => name === 'zod' || name.startsWith('packages/shared-schemas/')
  expect(offending(code, /^packages\/shared-schemas\//, (name) => !allowed(name))).toEqual([])
})

test('federation imports shared-schemas and zod and nothing else, but for the reader of pasted YAML', () => {
  const allowed = (name: string) =>
    ['zod', '@trustwright/shared-schemas'].includes(name) || name.startsWith('packages/federation/')
  const readers = /^packages\/federation\/src\/paste\/documents\//
  const others = code.filter(({ path }) => !readers.test(path))
  expect(offending(others, /^packages\/federation\//, (name) => !allowed(name))).toEqual([])
  expect(offending(code, readers, (name) => !allowed(name) && name !== 'yaml')).toEqual([])
})

test('apps never import apps; only e2e reads the seed of the emulator, and only its proofs know federation', () => {
  const ofApps = (name: string) => /^@trustwright\/(web|bff|emulator|e2e)/.test(name)
  expect(offending(files, /^(apps|packages)\//, ofApps)).toEqual([])
  const foreign = (name: string, path: string) =>
    isOwnPackage(name) &&
    name !== '@trustwright/emulator/seed' &&
    !(name === '@trustwright/federation' && path.startsWith('e2e/proofs/'))
  expect(offending(files, /^e2e\//, foreign)).toEqual([])
})

test('no file reaches into another part by a path', () => {
  const part = (path: string) => /^(apps|packages)\/[^/]+|^e2e/.exec(path)?.[0]
  expect(
    offending(files, /./, (name, path) => /^(apps|packages|e2e)\//.test(name) && part(name) !== part(path)),
  ).toEqual([])
})

test('features never import features', () => {
  const feature = (path: string) => /^apps\/[^/]+\/src\/features\/[^/]+/.exec(path)?.[0]
  const crossing = (name: string, path: string) =>
    feature(name) !== undefined && feature(path) !== undefined && feature(name) !== feature(path)
  expect(offending(code, /\/features\//, crossing)).toEqual([])
})

test('in the BFF features see ports, never the adapters, and only auth knows msal-node', () => {
  const adapter = (name: string) => /^apps\/bff\/src\/(azure|github|guarded-fetch)\//.test(name)
  expect(offending(code, /^apps\/bff\/src\/features\//, adapter)).toEqual([])
  expect(offending(code, /^apps\/bff\/src\/(?!auth\/)/, (name) => name === '@azure/msal-node')).toEqual([])
})

test('in the BFF only azure, auth, github and the guarded fetch import what calls out', () => {
  const callsOut = (name: string) =>
    /^@azure\/(arm|core-rest)|^@microsoft\/|^undici$|^node:https?$/.test(name)
  expect(offending(code, /^apps\/bff\/src\/(?!azure\/|auth\/|github\/|guarded-fetch\/)/, callsOut)).toEqual(
    [],
  )
})

test('in the web app ui and lib import nothing above them, and ui knows no router, query or form', () => {
  const above = (name: string) => /^apps\/web\/src\/(features|components|api|routes|main)/.test(name)
  expect(offending(code, /^apps\/web\/src\/(ui|lib)\//, above)).toEqual([])
  const stateful = (name: string) => /^@tanstack\/react-(router|query)|^react-hook-form$/.test(name)
  expect(offending(code, /^apps\/web\/src\/ui\//, stateful)).toEqual([])
})

test('in the web app components and api import no feature', () => {
  const feature = (name: string) => name.startsWith('apps/web/src/features/')
  expect(offending(code, /^apps\/web\/src\/(components|api)\//, feature)).toEqual([])
})
