import { Audience, Issuer, Subject, TrustName } from '@trustwright/shared-schemas'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTrust, type PresetId, presets, previewTrust, recognise, warningCodes } from './index.ts'
import { textOf } from './model/segment.ts'
import { rightFields, wildFields } from './testing/arbitrary-fields.ts'

const runs = { numRuns: 500 }

test('every right form compiles to one trust that Azure can store, without a block', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const { trusts, warnings, snippet } = compileTrust(presetId, fields)
      expect(warnings.filter((warning) => warning.severity === 'block')).toEqual([])
      expect(trusts).toHaveLength(1)
      expect(snippet?.text).toBeTruthy()
      const [trust] = trusts
      expect(TrustName.safeParse(trust?.name).success).toBe(true)
      expect(Issuer.safeParse(trust?.issuer).success).toBe(true)
      expect(Subject.safeParse(trust?.subject).success).toBe(true)
      expect(Audience.safeParse(trust?.audiences[0]).success).toBe(true)
    }),
    runs,
  )
})

test('the pieces of a complete preview spell what is compiled', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const preview = previewTrust(presetId, fields)
      const [trust] = compileTrust(presetId, fields).trusts
      expect(preview.complete).toBe(true)
      expect(textOf(preview.issuer)).toBe(trust?.issuer)
      expect(textOf(preview.subject)).toBe(trust?.subject)
      expect(textOf(preview.audience)).toBe(trust?.audiences[0])
    }),
    runs,
  )
})

test('a compiled trust is recognised and compiles to the same text again', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const [trust] = compileTrust(presetId, fields).trusts
      const stored = { issuer: trust?.issuer ?? '', subject: trust?.subject ?? null }
      const read = recognise({ ...stored, audiences: trust?.audiences ?? [] })
      expect(read?.presetId).toBe(presetId)
      const [again] = compileTrust(presetId, read?.fields).trusts
      expect(again).toEqual(trust)
    }),
    runs,
  )
})

test('no text in any field makes preview, compilation or schema throw, and a block is a refused schema', () => {
  fc.assert(
    fc.property(fc.constantFrom(...presets), wildFields, (preset, values) => {
      const fields = Object.fromEntries(
        Object.entries(values).filter(([key]) => preset.fieldKeys.includes(key)),
      )
      const preview = previewTrust(preset.id, fields)
      const { trusts, warnings } = compileTrust(preset.id, fields)
      const blocked = warnings.some(
        (warning) => warning.severity === 'block' && warning.code !== 'value-too-long',
      )
      expect(preset.fields.safeParse(fields).success).toBe(!blocked)
      expect(trusts.length === 1 && !preview.complete).toBe(false)
      expect(warnings.filter((warning) => !warningCodes.includes(warning.code))).toEqual([])
    }),
    runs,
  )
})

test.each([[null], [[]], ['text'], [{ owner: 1 }], [undefined]])(
  'fields that are %j give no trust',
  (fields) => {
    const { trusts, warnings } = compileTrust('github-actions', fields)
    expect(trusts).toEqual([])
    expect(warnings.map((warning) => warning.severity)).toContain('block')
  },
)

test('an unknown field is refused by its name', () => {
  const fields = {
    issuer: 'https://oidc.fabrikam.com',
    namespace: 'shop',
    serviceAccount: 'api',
    colour: 'red',
  }
  expect(compileTrust('kubernetes', fields)).toMatchObject({
    trusts: [],
    warnings: [{ code: 'field-refused', field: 'colour' }],
  })
})

test('an unknown preset is a mistake of the program', () => {
  // The cast stands for a caller without types.
  expect(() => compileTrust('nothing' as PresetId, {})).toThrow(RangeError)
})

const pay = { owner: 'contoso', repository: 'pay-api', entity: 'environment', environment: 'production' }

test.each([
  ['public', 'api://AzureADTokenExchange'],
  ['usgov', 'api://AzureADTokenExchangeUSGov'],
  ['china', 'api://AzureADTokenExchangeChina'],
] as const)('the audience of the cloud %s is the default', (cloud, audience) => {
  const { trusts, warnings } = compileTrust('github-actions', pay, { cloud })
  expect(trusts[0]?.audiences).toEqual([audience])
  expect(warnings.map((warning) => warning.code)).not.toContain('audience-not-default')
})

test.each([
  ['api://AzureADTokenExchangeUSGov', 'audience-not-default', 'warn'],
  ['https://fabrikam.com', 'audience-not-default', 'info'],
  [' api://AzureADTokenExchange', 'audience-refused', 'block'],
  ['a'.repeat(601), 'audience-refused', 'block'],
] as const)('the audience %j is stored as asked and said to be odd', (audience, code, severity) => {
  const { trusts, warnings } = compileTrust('github-actions', pay, { audience })
  expect(trusts[0]?.audiences).toEqual([audience])
  expect(warnings).toContainEqual(expect.objectContaining({ code, severity }))
})

test.each(['a b', '-x-', 'x', 'a'.repeat(121)])('the name %j is refused', (name) => {
  expect(compileTrust('github-actions', pay, { name }).warnings).toContainEqual(
    expect.objectContaining({ code: 'name-refused', severity: 'block' }),
  )
})

test('a subject over 600 characters is refused', () => {
  const branch = Array.from({ length: 6 }, () => 'b'.repeat(110)).join('/')
  const { warnings } = compileTrust('github-actions', { ...pay, entity: 'branch', branch })
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'value-too-long', field: 'subject' }))
})

test('the snippet carries the IDs that are known, and placeholders for the others', () => {
  const text = compileTrust('github-actions', pay, { clientId: 'c-1', tenantId: 't-1' }).snippet?.text ?? ''
  expect(text).toContain('client-id: "c-1"')
  expect(text).toContain('tenant-id: "t-1"')
  expect(text).toContain('subscription-id: "<subscription-id>"')
})
