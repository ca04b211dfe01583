import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkNode } from './check-node.mjs'
import { fingerprint } from './fingerprint.mjs'
import { explainFailedInstall } from './install.mjs'
import { checkPortsFree, localPorts } from './ports.mjs'
import { run } from './run.mjs'
import { keptSecret, newSessionKeys } from './secrets.mjs'

test.each(['18.20.4', '20.18.3', '20.0.0', '8.1.0'])('Node %s is refused in one sentence', (version) => {
  expect(() => checkNode(version)).toThrow(
    `Node ${version} is too old: Trustwright needs Node 20.19 or newer.`,
  )
})

test.each(['20.19.0', '20.20.2', '22.1.0', '24.21.0', '26.0.0'])('Node %s is accepted', (version) => {
  expect(() => checkNode(version)).not.toThrow()
})

test.each(['', 'abc', '0', '70000', '42.5', '-1'])(
  'a port given as "%s" is refused by the name of its variable',
  (text) => {
    expect(() => localPorts({ PORTAL_PORT: text })).toThrow(/^PORTAL_PORT is ".*": a port is a whole number/)
  },
)

test('a taken port is named, with the variable that moves ours', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  await expect(checkPortsFree({ emulatorHttp: port })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another port, such as EMULATOR_HTTP_PORT=`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(checkPortsFree({ emulatorHttp: port })).resolves.toBeUndefined()
})

test.each(['getaddrinfo ENOTFOUND registry.npmjs.org', 'connect ECONNREFUSED 127.0.0.1:443', 'EAI_AGAIN'])(
  'an installation that fails with "%s" is called a network failure',
  (output) => {
    expect(explainFailedInstall(output)).toMatch(/^No network: the npm registry cannot be reached/)
  },
)

test('another failed installation shows what pnpm said, and does not blame the network', () => {
  const text = explainFailedInstall('ERR_PNPM_OUTDATED_LOCKFILE Cannot install with "frozen-lockfile"')
  expect(text).toContain('ERR_PNPM_OUTDATED_LOCKFILE')
  expect(text).not.toContain('network')
})

test('a kept secret is made once, and only its owner can read it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'trustwright-')), 'portal', 'session-keys')
  const first = keptSecret(path, newSessionKeys)
  expect(first).toMatch(/^local-1:[A-Za-z0-9+/]{43}=$/)
  expect(keptSecret(path, newSessionKeys)).toBe(first)
  expect(readFileSync(path, 'utf8')).toBe(first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a fingerprint changes with the content of a file, and not with time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-'))
  writeFileSync(join(folder, 'a'), 'one')
  const before = fingerprint([folder])
  writeFileSync(join(folder, 'a'), 'one')
  expect(fingerprint([folder])).toBe(before)
  writeFileSync(join(folder, 'a'), 'two')
  expect(fingerprint([folder])).not.toBe(before)
})

test('a program that fails is reported with its code and both its streams', async () => {
  const result = await run('sh', ['-c', 'echo out; echo err >&2; exit 3'])
  expect(result.code).toBe(3)
  expect(result.output).toContain('out')
  expect(result.output).toContain('err')
})
