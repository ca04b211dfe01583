import { expect, test } from 'vitest'
import { compileTrust, presets, recognise, type FieldGuide, type Preset } from '../index.ts'

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

const cases = presets.flatMap((preset) => exampleFields(preset).map((fields) => [preset.id, fields] as const))

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
