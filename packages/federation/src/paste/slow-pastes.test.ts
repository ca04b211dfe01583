import { expect, test } from 'vitest'
import { pasteLimit, understandPaste } from '../index.ts'
import { timeOf } from '../testing/time-of.ts'

const understand = (text: string) => understandPaste(text, { cloud: 'public' })
const million = 1_000_000
const limited = pasteLimit - 10
const garbage: readonly (readonly [string, string])[] = [
  ['a million letters', 'a'.repeat(million)],
  ['a million brackets', '['.repeat(million)],
  ['many brackets', '['.repeat(limited)],
  ['closed brackets', `${'['.repeat(limited / 2)}${']'.repeat(limited / 2)}`],
  ['many braces', '{"a":'.repeat(limited / 5)],
  ['short loose JSON', `{${'a: 1, '.repeat(490)}}`],
  ['loose JSON', `{${'a: 1, '.repeat(limited / 6)}}`],
  ['many quotes', '"'.repeat(limited)],
  ['many backslashes', '\\'.repeat(limited)],
  ['many dollars', '$('.repeat(limited / 2)],
  ['many spaces', `az ${' '.repeat(limited)}x`],
  ['many dashes', `${'-.'.repeat(limited / 2)}x`],
  ['many joiners', `${'\u200d'.repeat(limited)}x`],
  ['many spaces at the end of a line', `a${' '.repeat(limited - 5)}b\nc`],
  ['many lines', '\n'.repeat(limited)],
  ['many keys', 'a: b\n'.repeat(1490)],
  ['many nested keys', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
  ['many starts of tokens', 'eyJ'.repeat(limited / 3)],
  ['many parts of tokens', 'eyJ.'.repeat(limited / 4)],
  ['many private keys', '-----BEGIN PRIVATE KEY-----;'.repeat(limited / 28)],
  ['many passwords', 'password="'.repeat(limited / 10)],
  ['many errors', 'AADSTS70021: '.repeat(limited / 13)],
  ['many assertions', "assertion subject '".repeat(limited / 19)],
  ['many resources', 'resource "a" "b" {\n'.repeat(limited / 19)],
  ['many Bicep resources', "resource a 'b' = {\n".repeat(limited / 19)],
  ['many new', 'new FederatedIdentityCredential(\n'.repeat(limited / 33)],
  ['many commands', 'az identity federated-credential create\n'.repeat(limited / 40)],
  ['many tables', '$x = @{\n'.repeat(limited / 8)],
  ['many here-documents', 'az <<EOF\n'.repeat(limited / 9)],
  ['many substitutions', 'az <(printf %s '.repeat(limited / 15)],
  ['many requests', 'PUT /federatedIdentityCredentials\n'.repeat(limited / 34)],
  ['many fences', '```\na\n'.repeat(limited / 6)],
  ['many slashes', `https://github.com/${'a/'.repeat(limited / 2 - 20)}`],
  ['many colons', `repo:${'a:'.repeat(limited / 2 - 10)}`],
  ['many percent signs', `https://x.io/${'%'.repeat(limited - 20)}`],
  ['many labels', 'issuer: https://x\n'.repeat(limited / 18)],
  ['many aliases', `a: &a [1]\n${'b: *a\n'.repeat(limited / 6 - 4)}`],
  [
    'many jobs',
    `on: push\njobs:\n${Array.from({ length: 700 }, (_, at) => `  j${at}:\n    runs-on: x\n`).join('')}`,
  ],
  ['many lines of addresses', 'https://github.com/contoso/a\n'.repeat(limited / 29)],
  [
    'many commands between objects',
    'az identity federated-credential create --name apiVersion: v1\nkind: List\n'.repeat(limited / 80),
  ],
  [
    'many requests in a file',
    'on: push\njobs:\n  a:\nPUT https://x/federatedIdentityCredentials\n\n{'.repeat(limited / 68),
  ],
  ['binary', '\u0000\u0001\ufffd'.repeat(limited / 3)],
]

/** The best of several runs, since the first ones compile the readers: a run within the limit ends it. */
function bestTime(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 60 && best >= 50; run += 1)
    best = Math.min(
      best,
      timeOf(() => understand(text)),
    )
  return best
}

test.each(garbage)('%s are answered in 50 ms', (_name, text) => {
  expect(bestTime(text)).toBeLessThan(50)
})

const marks = Array.from('-#&*!|>%@`?"\'{}[],:. ~=+$^();/\\_0a\t\n\u00a0\u200dé')
const frames: readonly (readonly [string, (run: string) => string])[] = [
  ['alone', (run) => run],
  ['before a letter', (run) => `${run}x`],
  ['in YAML', (run) => `a:\n  ${run}\nb: c`],
  ['in JSON', (run) => `{"a": ${run}}`],
  ['in a command', (run) => `az rest --url ${run} x`],
  ['in PowerShell', (run) => `$a = ${run}\nNew-AzADAppFederatedCredential ${run.slice(0, 1000)}`],
  ['in Terraform', (run) => `resource "a" "b" {\n  a = ${run}\n}`],
  ['behind two marks', (run) => `x ${run.slice(0, limited / 3)}\n:${run.slice(0, limited / 3)}\n`],
]

test.each(frames)('a run of any mark %s is answered in 50 ms', (_name, frame) => {
  const slow = marks.filter((mark) => {
    const text = frame(mark.repeat(limited - 200))
    return bestTime(text) > 50
  })
  expect(slow).toEqual([])
})
