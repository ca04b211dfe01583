interface ClumsyPaste {
  readonly what: string
  readonly text: string
  /** Of the answer. */
  readonly says: string
}

const refusal =
  "Error: AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/shop:pull_request'."
const line = 'downloading a package from the registry at 127.0.0.1 {"level":"info"}\n'
const html = `<div class="log-line"><span>${line.trim()}</span></div>\n`
const encoded = (json: string) => Buffer.from(json).toString('base64url')

const understood = 'pull_request of this repository'
const unknown = 'names no failure that is known here'
const tooLong = 'longer than any token Azure accepts'

/** What people paste that is no tidy error or token, up to megabytes, with what the doctor answers. `token`: a good one. */
export function clumsyPastes(token: string): readonly ClumsyPaste[] {
  return [
    { what: 'a token', text: token, says: 'Nothing is wrong with these claims' },
    { what: 'half a token', text: token.slice(0, 300), says: 'A part of the token is missing' },
    { what: 'an opaque token', text: randomLetters(400), says: 'This is not a JSON Web Token' },
    {
      what: 'an encrypted token',
      text: `${encoded('{"alg":"RSA-OAEP","enc":"A256GCM"}')}.a.b.c.d`,
      says: 'encrypted',
    },
    {
      what: 'a SAML assertion',
      text: '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0"/>',
      says: 'SAML',
    },
    {
      what: 'an error that a picture broke',
      text: (refusal.match(/.{1,60}/g) ?? []).join('\n'),
      says: understood,
    },
    { what: 'a log of 60 kB', text: `${line.repeat(420)}${refusal}\n${line.repeat(420)}`, says: understood },
    {
      what: 'a log of 1 MB',
      text: `${line.repeat(7_200)}${refusal}\n${line.repeat(7_200)}`,
      says: understood,
    },
    {
      what: 'a log of 5 MB',
      text: `${line.repeat(36_000)}${refusal}\n${line.repeat(36_000)}`,
      says: understood,
    },
    {
      what: 'HTML of 2 MB',
      text: `${html.repeat(10_000)}<p>${refusal}</p>${html.repeat(10_000)}`,
      says: understood,
    },
    { what: '3 MB of errors that say nothing', text: `error: ${line}`.repeat(39_000), says: unknown },
    { what: 'a log of 3 MB without an error', text: line.repeat(43_000), says: unknown },
    { what: '4 MB of one letter', text: 'a'.repeat(4_000_000), says: tooLong },
    { what: '3 MB of garbage', text: randomLetters(3_000_000), says: tooLong },
    { what: '3 MB of beginnings of tokens', text: 'eyJ.'.repeat(700_000), says: tooLong },
  ]
}

/** Letters of a token's alphabet, the same in each run. */
function randomLetters(count: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let state = 7
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return letters.charAt((state >> 16) & 63)
  }).join('')
}
