import { generateKeyPairSync } from 'node:crypto'
import { issuerOf, jsonOf, type Say } from './answers.ts'

const documentPath = '/.well-known/openid-configuration'
const rsa = (kid: string, more: object = {}, modulusLength = 2048) => ({
  ...generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
  ...more,
})
const one = rsa('one')

interface Issuer {
  readonly document: object
  readonly keys?: unknown
}

function issuer(label: string, changes: object = {}, keys: unknown = { keys: [one] }): Issuer {
  const document = { issuer: issuerOf(label), jwks_uri: `${issuerOf(label)}/keys`, ...changes }
  return { document, keys }
}

const named = (label: string, jwks_uri: unknown) => issuer(label, { jwks_uri })
const keyed = (label: string, keys: readonly unknown[]) => issuer(label, {}, { keys })

/** What comes out of a generator of keys is not published by anybody: these members only have to be there. */
const privatePart = { d: 'never-shown-value', p: 'never-shown-value' }

/** Issuers of the zone by their label: what discovery and keys hold. */
const issuers: Readonly<Record<string, Issuer>> = {
  good: issuer('good'),
  'wrong-case': issuer('wrong-case', { issuer: issuerOf('Wrong-case') }),
  'wrong-slash': issuer('wrong-slash', { issuer: `${issuerOf('wrong-slash')}/` }),
  'wrong-host': issuer('wrong-host', { issuer: issuerOf('good') }),
  'no-keys-address': named('no-keys-address', undefined),
  'keys-number': named('keys-number', 42),
  'keys-http': named('keys-http', 'http://public.issuer-corpus.dev/keys'),
  'keys-loop': named('keys-loop', 'https://127.0.0.1/keys'),
  'keys-hex': named('keys-hex', 'https://0x7f000001/'),
  'keys-imds-name': named('keys-imds-name', `${issuerOf('a-imds')}/keys`),
  'keys-wire': named('keys-wire', `${issuerOf('wire')}/keys`),
  'keys-mapped': named('keys-mapped', 'https://[::ffff:169.254.169.254]/'),
  'keys-port': named('keys-port', 'https://public.issuer-corpus.dev:6379/'),
  'keys-user': named('keys-user', 'https://a@127.0.0.1/'),
  'keys-file': named('keys-file', 'file:///etc/passwd'),
  'keys-long': named('keys-long', `${issuerOf('public')}/${'a'.repeat(100_000)}`),
  'keys-redirect': named('keys-redirect', `${issuerOf('redirect-imds')}/keys`),
  'keys-rebind': named('keys-rebind', `${issuerOf('keys-rebind')}/keys`),
  'keys-elsewhere': named('keys-elsewhere', `${issuerOf('good')}/keys`),
  'keys-many': keyed(
    'keys-many',
    Array.from({ length: 20_000 }, (_, at) => ({ ...one, kid: `key-${at}` })),
  ),
  'keys-empty-many': keyed(
    'keys-empty-many',
    Array.from({ length: 25_000 }, () => ({})),
  ),
  'key-private': keyed('key-private', [rsa('two', privatePart), one]),
  'key-twice': keyed('key-twice', [one, rsa('one')]),
  'key-short': keyed('key-short', [rsa('short', {}, 1024)]),
  'key-none': keyed('key-none', [{ ...one, alg: 'none' }]),
  'key-oct': keyed('key-oct', [{ kty: 'oct', k: 'never-shown-value', alg: 'HS256', kid: 'secret' }]),
  'key-encryption': keyed('key-encryption', [{ ...one, use: 'enc' }]),
  'key-odd': keyed('key-odd', [null, 'a', 7, [one], { kty: 'RSA', n: '!', e: {} }, one]),
  'keys-no-list': issuer('keys-no-list', {}, { keys: 'none' }),
  log: issuer('log', { issuer: 'https://a.dev/\u001b[31m\r\n{"level":60}<script>alert(1)</script>' }),
}

/** The answer of an issuer to one path; undefined where there is no such issuer or path. */
export function issuerAnswer(label: string, path: string): Say | undefined {
  const found = issuers[label]
  if (found === undefined) return undefined
  if (path.endsWith(documentPath)) return jsonOf(found.document)
  return path.endsWith('/keys') ? jsonOf(found.keys) : undefined
}

export const issuerLabels = Object.keys(issuers)
