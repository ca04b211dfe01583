import { expect, test } from 'vitest'
import {
  compileTrust,
  exportFormsFor,
  exportTrust,
  presets,
  understandPaste,
  type ExportContext,
  type ExportForm,
  type PasteReading,
} from '../index.ts'
import { app, cluster, context, flexible, nastyTrusts } from '../testing/export-context.ts'

/** Forms that hold whole trusts; the others tell a workload how to sign in. */
const forms: readonly ExportForm[] = [
  'azure-cli',
  'azure-cli-powershell',
  'azure-powershell',
  'az-rest',
  'http',
  'arm-template',
  'bicep',
  'terraform',
  'terraform-azapi',
  'pulumi-typescript',
]
const described = { ...context.trust, name: 'with-words', description: 'it’s "so" $x' }
const parents = { identity: context, application: app } as const
const trustSets = [[context.trust], [flexible], [context.trust, flexible], nastyTrusts, [described]] as const

function draftsOf(reading: PasteReading) {
  return reading.kind === 'credential' ? reading.drafts : []
}

function understand(text: string) {
  return understandPaste(text, { cloud: 'public' })
}

const cases = Object.entries(parents).flatMap(([name, parent]) =>
  trustSets.flatMap((trusts, set) => {
    const whole: ExportContext = { ...parent, trusts }
    const offered = exportFormsFor(whole)
    return forms.filter((form) => offered.includes(form)).map((form) => ({ name, set, form, whole, trusts }))
  }),
)

test.each(cases)(
  '$form for an $name reads back to the same trusts (set $set)',
  ({ form, whole, trusts, name }) => {
    const hasNoDescription = name === 'identity'
    const reading = understand(exportTrust(form, whole).text)
    expect(reading.kind).toBe('credential')
    expect(
      draftsOf(reading).map(
        ({ name, issuer, subject, claimsMatchingExpression, audiences, description }) => ({
          name,
          issuer,
          subject,
          claimsMatchingExpression,
          audiences,
          description,
        }),
      ),
    ).toEqual(
      trusts.map((trust) => ({
        name: trust.name,
        issuer: trust.issuer,
        subject: trust.subject,
        claimsMatchingExpression: trust.claimsMatchingExpression ?? null,
        audiences: trust.audiences,
        description: hasNoDescription ? null : (trust.description ?? null),
      })),
    )
  },
)

test.each(forms.filter((form) => !['arm-template', 'bicep', 'pulumi-typescript'].includes(form)))(
  '%s names its managed identity in full',
  (form) => {
    const [draft] = draftsOf(understand(exportTrust(form, context).text))
    expect(draft?.parent).toEqual(context.parent)
  },
)

test.each(['arm-template', 'bicep', 'pulumi-typescript'] as const)(
  '%s names its managed identity',
  (form) => {
    const [draft] = draftsOf(understand(exportTrust(form, context).text))
    expect(draft?.parent).toMatchObject({ kind: 'managedIdentity', identityName: 'id-pay-api' })
  },
)

test.each(['azure-powershell', 'az-rest', 'http', 'terraform', 'pulumi-typescript'] as const)(
  '%s names its application by the client ID',
  (form) => {
    const [draft] = draftsOf(understand(exportTrust(form, app).text))
    expect(draft?.parent).toEqual({ kind: 'application', appId: 'app-1' })
  },
)

test('a workflow that was written reads back to the environment', () => {
  expect(understand(exportTrust('github-workflow', context).text)).toMatchObject({
    kind: 'workload',
    presetId: 'github-actions',
    fields: { entity: 'environment', environment: 'production' },
  })
})

test('a manifest that was written reads back to the service account', () => {
  expect(understand(exportTrust('kubernetes-manifest', cluster).text)).toMatchObject({
    kind: 'workload',
    presetId: 'kubernetes',
    fields: { namespace: 'shop', serviceAccount: 'api' },
  })
})

const platforms = presets.flatMap(({ id, fieldGuides }) => {
  const fields = Object.fromEntries(Object.entries(fieldGuides).map(([key, guide]) => [key, guide.example]))
  const { trusts } = compileTrust(id, fields)
  return trusts.length === 0 ? [] : [[id, trusts] as const]
})

test.each(platforms)(
  'what %s compiles is read back from JSON to fields that compile to the same',
  (id, trusts) => {
    for (const trust of trusts) {
      const [draft] = draftsOf(understand(JSON.stringify(trust)))
      expect(draft).toMatchObject({ name: trust.name, issuer: trust.issuer, subject: trust.subject })
      const { presetId = 'other-issuer', fields } = draft?.recognised ?? {}
      expect(presetId === id || id === 'oracle-oke').toBe(true)
      expect(compileTrust(presetId, fields).trusts[0]).toMatchObject({
        issuer: trust.issuer,
        subject: trust.subject,
      })
    }
  },
)

test.each(platforms)('every form that %s can be exported to reads back to its trusts', (_id, trusts) => {
  const stored = trusts.map(({ name, issuer, subject = null, audiences }) => ({
    name,
    issuer,
    subject,
    audiences,
  }))
  const [first] = stored
  if (first === undefined) throw new Error('The example gives no trust.')
  for (const parent of [context, app]) {
    const whole = { ...parent, trust: first, trusts: stored }
    const offered = exportFormsFor(whole)
    for (const form of forms.filter((one) => offered.includes(one))) {
      const drafts = draftsOf(understand(exportTrust(form, whole).text))
      expect(
        drafts.map(({ name, issuer, subject, audiences }) => ({ name, issuer, subject, audiences })),
      ).toEqual(stored)
    }
  }
})

test('plan and apply of one workspace are read as one form with both', () => {
  const { trusts } = compileTrust('hcp-terraform', {
    host: 'app.terraform.io',
    organization: 'contoso',
    project: 'Default Project',
    workspace: 'network',
    phase: 'both',
  })
  expect(understand(JSON.stringify(trusts))).toMatchObject({
    kind: 'credential',
    presetId: 'hcp-terraform',
    fields: { workspace: 'network', phase: 'both' },
  })
})
