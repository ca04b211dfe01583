import { expect, test } from 'vitest'
import { compileTrust, presets, previewTrust, proposeTrust } from '../index.ts'

const padded = presets.flatMap((preset) => {
  const example = Object.fromEntries(
    Object.entries(preset.fieldGuides).map(([key, guide]) => [key, guide.example]),
  )
  return Object.entries(preset.fieldGuides)
    .filter(([, { options, shownWhen }]) => {
      const asked = shownWhen === undefined || shownWhen.is.includes(example[shownWhen.field] ?? '')
      return options === undefined && asked
    })
    .map(([key]) => [preset, key, example] as const)
})

test.each(padded.map(([preset, key, example]) => ({ preset, id: preset.id, key, example })))(
  'white space around $key of $id is left out, with a word about it',
  ({ preset, id, key, example }) => {
    const typed = { ...example, [key]: ` \u00a0${example[key]}\r\n\t` }
    const { trusts, warnings, snippet } = compileTrust(id, typed)
    const plain = compileTrust(id, example)
    expect(trusts).toEqual(plain.trusts)
    expect(snippet).toEqual(plain.snippet)
    expect(warnings.filter(({ code }) => code === 'white-space-trimmed')).toEqual([
      expect.objectContaining({ field: key, severity: 'info' }),
    ])
    expect(previewTrust(id, typed)).toEqual(previewTrust(id, example))
    expect(proposeTrust(id, typed)).toEqual(proposeTrust(id, example))
    expect(preset.fields.safeParse(typed).success).toBe(preset.fields.safeParse(example).success)
  },
)

test('a field of white space alone is empty', () => {
  const { trusts, warnings } = compileTrust('google-cloud', { uniqueId: ' \n' })
  expect(trusts).toEqual([])
  expect(warnings).toMatchObject([{ code: 'field-refused', text: 'Unique ID is empty.' }])
})

test('white space inside a value stays: it may belong to it', () => {
  const fields = { host: 'app.terraform.io', organization: 'contoso', workspace: 'network', phase: 'plan' }
  const { trusts } = compileTrust('hcp-terraform', { ...fields, project: 'Default  Project' })
  expect(trusts[0]?.subject).toContain(':project:Default  Project:')
})
