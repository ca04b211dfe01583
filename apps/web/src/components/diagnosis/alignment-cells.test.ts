import { compareToken, type ClaimAlignment } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { alignmentCells, visible } from './alignment-cells.ts'
import { alignmentWords } from './alignment-words.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'

function alignmentOf(trust: string, token: string): ClaimAlignment {
  const { nearest } = compareToken({ claims: { iss: issuer, sub: token, aud: audience } }, [
    { name: 'one', issuer, subject: trust, audiences: [audience] },
  ])
  const [found] = nearest[0]?.differences ?? []
  if (found === undefined) throw new Error('The two are equal.')
  return found
}

const pairs: readonly (readonly [string, string])[] = [
  ['repo:contoso/pay-api:environment:prod', 'repo:Contoso/Pay-API:environment:Prod'],
  ['repo:contoso/pay-api:ref:refs/heads/main', 'repo:contoso/pay-api:pull_request'],
  ['repo:contoso/pay-api:environment:prod ', 'repo:contoso/pay-api:environment:prod'],
  ['repo:contoso/pay\u200bapi:environment:prod', 'repo:contoso/payapi:environment:prod'],
  ['repo:contoso/\u202epay:environment:prod', 'repo:contoso/pay:environment:prod'],
  ['repo:contoso/支払い:environment:本番', 'repo:contoso/支払い:environment:本番2'],
  ['repo:contoso/👩‍💻:environment:prod', 'repo:contoso/👨‍💻:environment:prod'],
  ['repo:contoso/a:environment:\ud800', 'repo:contoso/a:environment:\udc00'],
  ['<img src=x onerror=alert(1)>', '<IMG src=x onerror=alert(1)>'],
  ['x'.repeat(600), 'y'.repeat(600)],
  ['repo:contoso/pay-api:environment:prod', `repo:${'long-'.repeat(4000)}`],
  ['İstanbul:environment:prod', 'istanbul:environment:prod'],
]

test.each(pairs)('the cells of %j beside %j are all of their letters, in their order', (trust, token) => {
  const alignment = alignmentOf(trust, token)
  const cells = alignmentCells(alignment.parts)
  expect(cells.map((cell) => cell.trust).join('')).toBe(visible(trust))
  expect(cells.map((cell) => cell.token).join('')).toBe(visible(token))
  for (const cell of cells) {
    expect(cell.trust === cell.token, `${cell.trust} and ${cell.token}`).toBe(cell.kind === 'same')
  }
})

test.each(pairs)('what differs between %j and %j is said in one sentence', (trust, token) => {
  const words = alignmentWords(alignmentOf(trust, token))
  expect(words).not.toBe('')
  expect(words).not.toMatch(/same, letter/i)
  expect(words.length).toBeLessThan(120)
})

test('letters that differ in case are counted, not places of two alphabets', () => {
  expect(alignmentWords(alignmentOf('repo:contoso/Pay-API:x:y', 'repo:contoso/pay-api:x:y'))).toBe(
    '4 letters differ in upper and lower case alone',
  )
})

test.each([
  ['a space', ' ', '·'],
  ['a line break', '\n', '[U+000A]'],
  ['a zero width space', '\u200b', '[U+200B]'],
  ['a space that does not break', '\u00a0', '[U+00A0]'],
  ['a mark that turns the writing round', '\u202e', '[U+202E]'],
  ['half of a pair', '\ud83d', '[U+D83D]'],
  ['a byte order mark', '\ufeff', '[U+FEFF]'],
  ['a letter that looks empty', '\u3164', '[U+3164]'],
])('%s can be seen', (_, text, shown) => {
  expect(visible(`a${text}b`)).toBe(`a${shown}b`)
})

test('letters that two strange names share by chance are not shown as the same', () => {
  const alignment = alignmentOf('repo:contoso/review-stage:ref:x', 'repo:contoso/repository-name:ref:x')
  const cells = alignmentCells(alignment.parts)
  const crumbs = cells.filter(
    ({ kind, trust }, at) =>
      kind === 'same' &&
      trust.length < 4 &&
      cells[at - 1]?.kind === 'other' &&
      cells[at + 1]?.kind === 'other',
  )
  expect(crumbs).toEqual([])
  expect(cells.filter(({ kind }) => kind === 'other').length).toBeGreaterThan(0)
})
