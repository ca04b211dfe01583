import { expect, test } from 'vitest'
import { WizardSearch, parseSearch } from '../../../search.ts'
import { leftOut, withoutTooLong } from './left-out.ts'

test.each([
  ['src=github&repo=octo-org/octo-repo&env=prod', []],
  ['src=github&env=', []],
  ['colour=red&colour=blue', ['“colour” means nothing here and is left out.']],
  ['__proto__=1&constructor=2', ['“__proto__” means nothing', '“constructor” means nothing']],
  [`env=${'a'.repeat(10_000)}`, ['“env” is longer than any such value, and is left out.']],
  [`scope=/${'a'.repeat(2000)}`, ['“scope” is longer']],
  [`${'n'.repeat(10_000)}=1`, [`“${'n'.repeat(60)}…” means nothing`]],
])('%.60s leaves out what it says', (query, expected) => {
  const said = leftOut(query)
  expect(said).toHaveLength(expected.length)
  expected.forEach((words, index) => expect(said[index]).toContain(words))
})

test('what is too long fills in nothing, and stays in the address until the page said so', () => {
  const read = WizardSearch.parse(parseSearch(`src=github&env=${'a'.repeat(5000)}`))
  expect(read).toHaveProperty('env')
  expect(withoutTooLong(read)).toEqual({ src: 'github' })
})
