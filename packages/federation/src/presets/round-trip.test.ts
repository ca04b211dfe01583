import { expect, test } from 'vitest'
import { compileTrust, presetById, presets, recognise, type FieldGuide, type Preset } from '../index.ts'

/** Presets whose claims say less than the form asked, so that another one may read them. */
const readByOthers: Readonly<Record<string, readonly string[]>> = {
  'oracle-oke': ['kubernetes'],
}

type Fields = Readonly<Record<string, string>>

/** The example of every field, in every combination of the closed choices. */
function exampleFields(preset: Preset): readonly Fields[] {
  const guides: readonly (readonly [string, FieldGuide])[] = Object.entries(preset.fieldGuides)
  return guides.reduce<readonly Fields[]>(
    (sets, [key, { example, options }]) =>
      sets.flatMap((fields) =>
        (options?.map(({ value }) => value) ?? [example]).map((value) => ({ ...fields, [key]: value })),
      ),
    [{}],
  )
}

const cases = presets.flatMap((preset) =>
  exampleFields(preset)
    .filter((fields) => preset.fields.safeParse(fields).success || preset.id === 'bitbucket')
    .map((fields) => [preset.id, fields] as const),
)

test.each(presets)('every choice of $id can be taken', (preset) => {
  const choices = Object.entries(preset.fieldGuides).flatMap(([key, { options = [] }]) =>
    options.map(({ value }) => `${key}=${value}`),
  )
  const taken = cases.flatMap(([id, fields]) =>
    id === preset.id ? Object.entries(fields).map(([key, value]) => `${key}=${value}`) : [],
  )
  expect(choices.filter((choice) => !taken.includes(choice))).toEqual([])
})

test.each(cases)('%s %j is read back from what is stored', (id, fields) => {
  const { trusts } = compileTrust(id, fields)
  expect(trusts.length).toBeGreaterThan(0)
  for (const { issuer, subject = '', audiences } of trusts) {
    const read = recognise({ issuer, subject, audiences })
    expect([id, ...(readByOthers[id] ?? [])]).toContain(read?.presetId)
    const again = compileTrust(read?.presetId ?? 'other-issuer', read?.fields).trusts
    expect(again[0]).toMatchObject({ issuer, subject })
    expect(read?.workload).not.toBe('')
  }
})

test.each(cases)('the trusts of %s %j have names, issuers and subjects that Azure takes', (id, fields) => {
  const { trusts, warnings } = compileTrust(id, fields)
  expect(new Set(trusts.map(({ name }) => name)).size).toBe(trusts.length)
  expect(new Set(trusts.map(({ subject }) => subject)).size).toBe(trusts.length)
  expect(warnings.filter(({ code }) => code === 'value-too-long' || code === 'name-refused')).toEqual([])
})

test.each(presets)('$id is found under its own id', (preset) => {
  expect(presetById(preset.id)).toBe(preset)
})

test('what takes any issuer is asked last, so that every other platform is recognised first', () => {
  expect(presets.at(-1)?.id).toBe('other-issuer')
})
