import { Audience, Issuer, limits, Subject, TrustName } from '@trustwright/shared-schemas'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compileTrust,
  type PresetId,
  presetById,
  presets,
  previewTrust,
  proposeTrust,
  recognise,
  warningCodes,
} from './index.ts'
import { textOf } from './model/segment.ts'
import { rightFields, rightFieldsOf, wildFields } from './testing/arbitrary-fields.ts'

const runs = { numRuns: 500 }
/** Codes that concern the whole trust, which the schema of the fields does not know. */
const limitCodes: readonly string[] = ['value-too-long', 'audience-refused']

test('every right form compiles to trusts that Azure can store together, without a block', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const { trusts, warnings, snippet } = compileTrust(presetId, fields)
      expect(warnings.filter((warning) => warning.severity === 'block')).toEqual([])
      expect(trusts.length).toBeGreaterThan(0)
      expect(snippet?.text).toBeTruthy()
      for (const trust of trusts) {
        expect(TrustName.safeParse(trust.name).success).toBe(true)
        expect(Issuer.safeParse(trust.issuer).success).toBe(true)
        expect(Subject.safeParse(trust.subject).success).toBe(true)
        expect(Audience.safeParse(trust.audiences[0]).success).toBe(true)
      }
      expect(new Set(trusts.map(({ name }) => name.toLowerCase())).size).toBe(trusts.length)
      expect(new Set(trusts.map(({ issuer, subject }) => `${issuer} ${subject}`)).size).toBe(trusts.length)
    }),
    runs,
  )
})

test('the pieces of a complete preview spell what is compiled, further trusts included', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const { issuer, subject, audience, others, complete } = previewTrust(presetId, fields)
      const { trusts } = compileTrust(presetId, fields)
      expect(complete).toBe(true)
      expect([{ issuer, subject }, ...others].map((claims) => textOf(claims.issuer))).toEqual(
        trusts.map((trust) => trust.issuer),
      )
      expect([{ issuer, subject }, ...others].map((claims) => textOf(claims.subject))).toEqual(
        trusts.map((trust) => trust.subject),
      )
      expect(new Set([textOf(audience), ...trusts.map(({ audiences: [one] }) => one)]).size).toBe(1)
    }),
    runs,
  )
})

test('a compiled trust is recognised and compiles to the same text again', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      for (const trust of compileTrust(presetId, fields).trusts) {
        const { issuer, subject = null, audiences } = trust
        const read = recognise({ issuer, subject, audiences })
        expect(read?.presetId).toBe(presetId)
        const [again] = compileTrust(presetId, read?.fields).trusts
        expect(again).toMatchObject({ issuer, subject, audiences })
      }
    }),
    runs,
  )
})

test('a form that takes the proposals makes what it makes without them', () => {
  fc.assert(
    fc.property(rightFields, ([presetId, fields]) => {
      const { name, audience } = proposeTrust(presetId, fields)
      const own = presetById(presetId).fieldKeys.includes('audience')
      const { trusts } = compileTrust(presetId, fields, { name, ...(own ? {} : { audience }) })
      const plain = compileTrust(presetId, fields).trusts
      // A name that had to be cut ends in a hash of what was cut, which differs where the part came later.
      const names = plain.map((trust) => (trust.name.length < limits.nameMaxLength ? trust.name : undefined))
      const expected = plain.map((trust, at) => ({ ...trust, name: names[at] ?? trusts[at]?.name }))
      expect(trusts).toEqual(expected)
    }),
    runs,
  )
})

test('every preset but the one that blocks is generated', () => {
  const ids = presets.map(({ id }) => id).filter((id) => id !== 'bitbucket')
  expect([...rightFieldsOf.keys()].toSorted()).toEqual(ids.toSorted())
})

const wildForm = fc
  .constantFrom(...presets)
  .chain((preset) => wildFields(preset.fieldKeys).map((fields) => ({ preset, fields })))

test('no text in any field makes preview, proposal, compilation or schema throw, and a block is a refused schema', () => {
  fc.assert(
    fc.property(wildForm, ({ preset, fields }) => {
      const preview = previewTrust(preset.id, fields)
      proposeTrust(preset.id, fields)
      const { trusts, warnings } = compileTrust(preset.id, fields)
      const blocked = warnings.some(
        ({ severity, code }) => severity === 'block' && !limitCodes.includes(code),
      )
      expect(preset.fields.safeParse(fields).success).toBe(!blocked)
      expect(trusts.length > 0 && !preview.complete).toBe(false)
      expect(warnings.filter((warning) => !warningCodes.includes(warning.code))).toEqual([])
    }),
    runs,
  )
})

const terraform = {
  host: 'app.terraform.io',
  organization: 'contoso',
  project: 'Default Project',
  workspace: 'network',
  phase: 'both',
}

test('a name that a person wrote gets the part of each trust behind it', () => {
  const namesOf = (name: string) =>
    compileTrust('hcp-terraform', terraform, { name }).trusts.map((trust) => trust.name)
  expect(namesOf('prod')).toEqual(['prod-plan', 'prod-apply'])
  expect(proposeTrust('hcp-terraform', terraform).name).toBe('tf-network')
  const long = namesOf('n'.repeat(120))
  expect(long.map((name) => name.length)).toEqual([120, 120])
  expect(new Set(long).size).toBe(2)
})

test('one wrong name of two trusts is said once', () => {
  const { warnings } = compileTrust('hcp-terraform', terraform, { name: '-wrong' })
  expect(warnings.filter(({ code }) => code === 'name-refused')).toHaveLength(1)
})

test.each([
  ['spacelift', { account: 'contoso' }, '', 'platform'],
  [
    'spacelift',
    { account: 'contoso', space: 'root', stack: 'network', run: 'all' },
    'contoso.app.spacelift.io',
    'platform',
  ],
  ['gitlab', {}, 'api://AzureADTokenExchange', 'azure'],
] as const)('the audience that %s %j offers is %j', (id, fields, audience, audienceFrom) => {
  expect(proposeTrust(id, fields)).toMatchObject({ audience, audienceFrom })
})

test('an audience that the platform does not send is a warning that names the right one', () => {
  const fields = { team: 'contoso', mode: 'team', project: 'shop', environment: 'production' }
  const { warnings } = compileTrust('vercel', fields, { audience: 'api://AzureADTokenExchange' })
  expect(warnings).toContainEqual(
    expect.objectContaining({
      severity: 'warn',
      fix: expect.stringContaining('https://vercel.com/contoso'),
    }),
  )
})

test('an audience that a platform cannot send is a block', () => {
  const fields = { account: 'contoso', space: 'root', stack: 'network', run: 'tracked-read' }
  const { warnings } = compileTrust('spacelift', fields, { audience: 'api://AzureADTokenExchange' })
  expect(warnings).toContainEqual(
    expect.objectContaining({ severity: 'block', fix: 'Use contoso.app.spacelift.io.' }),
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
