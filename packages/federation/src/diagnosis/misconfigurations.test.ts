import { expect, test } from 'vitest'
import { judged, misconfigurations } from '../testing/misconfigurations.ts'
import { causeFacts } from './codes.ts'

const inputs = misconfigurations.flatMap(({ id, title, expect: wanted, inputs: ofCase }) =>
  ofCase.map((input, index) => ({ id, title, wanted, input, via: `${input.via} ${index + 1}` })),
)

test.each(inputs)('$id is caught by $via ($title)', ({ input, wanted }) => {
  const [first] = judged(input).causes
  expect(first?.family).toBe(input.expectFamily ?? wanted.family)
  expect(wanted.mustNotBlame).not.toContain(first?.family)
  const said = `${first?.text} ${first?.evidence} ${first?.fix}`.toLowerCase()
  expect(wanted.mentions.filter((word) => said.includes(word.toLowerCase()))).not.toEqual([])
})

test.each([
  ['B05', ['subject_case', 'subject_entity']],
  ['C11', ['subject_entity', 'subject_format']],
  ['D07', ['wildcard', 'audience']],
  ['M10', ['issuer']],
])('%s holds two faults, and both are told', (id, families) => {
  const found = misconfigurations.find((one) => one.id === id)?.inputs.map((input) => judged(input)) ?? []
  const told = found.map(({ causes }) => causes.map(({ family }) => family))
  expect(told.filter((list) => families.every((family) => list.some((one) => one === family)))).not.toEqual(
    [],
  )
})

test('what Azure accepts is warned of and not refused', () => {
  const plainAudience = misconfigurations
    .find(({ id }) => id === 'H07')
    ?.inputs.flatMap((input) => judged(input).causes)
  expect(plainAudience?.map(({ severity }) => severity)).not.toContain('block')
})

test('the family of a cause is that of its code', () => {
  for (const { input } of inputs) {
    for (const { family, code } of judged(input).causes) expect(causeFacts[code].family).toBe(family)
  }
})
