import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runBash } from './run-azure-cli.ts'

const script = fileURLToPath(new URL('../../docs/register.sh', import.meta.url))
const asWanted = {
  PATH: process.env.PATH ?? '',
  PORTAL_ORIGIN: 'https://portal.contoso.com',
  CREDENTIAL: 'certificate',
}

const wrong: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: '' }],
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'http://portal.contoso.com' }],
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'https://portal.contoso.com/' }],
  ['NAME', { NAME: 'Trust"wright' }],
  ['UNIQUE_NAME', { UNIQUE_NAME: "trust'wright" }],
  ['CREDENTIAL', { CREDENTIAL: 'secret' }],
  ['CONSENT', { CONSENT: 'maybe' }],
  ['GRAPH_PERMISSIONS', { GRAPH_PERMISSIONS: 'User.Read","x' }],
  ['CERTIFICATE_FILE', { CERTIFICATE_FILE: script }],
  ['CERTIFICATE_FILE', { CERTIFICATE_FILE: '/' }],
  ['MANAGED_IDENTITY', { CREDENTIAL: 'managed-identity' }],
  ['KUBERNETES_ISSUER', { CREDENTIAL: 'kubernetes', KUBERNETES_ISSUER: 'http://contoso.com' }],
  ['KUBERNETES_SERVICE_ACCOUNT', { CREDENTIAL: 'kubernetes', KUBERNETES_ISSUER: 'https://contoso.com' }],
]

test.each(wrong)('a wrong %s is refused in one line before Azure is asked: %o', async (name, settings) => {
  const said = { ...asWanted, ...settings }
  await expect(runBash(`az() { exit 99; }; export -f az; bash '${script}'`, said)).rejects.toThrow(
    new RegExp(`^the script ended with 1: ${name}: [^\n]+\n`),
  )
})

test('without the Azure CLI it says where to get it, in one line', async () => {
  await expect(runBash(`PATH=/nowhere /bin/bash '${script}'`, asWanted)).rejects.toThrow(
    /ended with 1: The Azure CLI \(az\) is not[^\n]+\n/,
  )
})

test('the page tells every setting of the script', () => {
  const page = readFileSync(script.replace(/\.sh$/, '.md'), 'utf8')
  const read = [...readFileSync(script, 'utf8').matchAll(/\$\{([A-Z][A-Z_]+)(?::?-|\})|\$([A-Z][A-Z_]+)/g)]
  const settings = new Set(read.map(([, braced, bare]) => braced ?? bare ?? ''))
  expect(settings.size).toBeGreaterThan(8)
  expect([...settings].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
