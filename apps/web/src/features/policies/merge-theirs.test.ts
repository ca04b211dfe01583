import { expect, test } from 'vitest'
import { mergeTheirs } from './merge-theirs.ts'
import { draftToSet, setToDraft } from './policy-form.ts'

const rule = (id: string, names: string) => ({ id, title: id, names: [names] })
const before = { policies: [rule('one', 'a'), rule('two', 'b'), rule('three', 'c')], knownIssuers: ['x'] }

test('what they changed, added and took away comes over, and what was typed here stays', () => {
  const now = {
    policies: [rule('one', 'theirs'), rule('two', 'theirs'), rule('four', 'new')],
    knownIssuers: ['x', 'y'],
  }
  const mine = { policies: [rule('one', 'a'), rule('two', 'mine'), rule('three', 'c')], knownIssuers: ['x'] }
  expect(draftToSet(mergeTheirs(before, now, setToDraft(mine)))).toEqual({
    set: {
      policies: [rule('one', 'theirs'), rule('two', 'mine'), rule('four', 'new')],
      knownIssuers: ['x', 'y'],
    },
  })
})

test('a rule that was taken away here does not come back, and nothing to take over is the draft itself', () => {
  const mine = setToDraft({ policies: [rule('one', 'a'), rule('two', 'mine')], knownIssuers: ['x'] })
  expect(mergeTheirs(before, before, mine)).toBe(mine)
})
