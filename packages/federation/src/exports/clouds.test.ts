import { expect, test } from 'vitest'
import {
  type Cloud,
  cloudNames,
  compileTrust,
  exportForms,
  exportFormsFor,
  exportTrust,
  presets,
  type ExportContext,
  type ExportForm,
  type Preset,
} from '../index.ts'
import { clouds } from '../model/cloud.ts'
import { app, context, guid } from '../testing/export-context.ts'

/** The addresses and names of a cloud that stand in a text, each as a whole word. */
function namedIn(text: string, cloud: Cloud): readonly string[] {
  return Object.values(clouds[cloud]).filter((word) => {
    const whole = word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    return new RegExp(`(?<![A-Za-z0-9-])${whole}(?![A-Za-z0-9])`).test(text)
  })
}

/** An audience that is typed is taken as it is, of whatever cloud. */
function ownAudience({ fieldKeys }: Preset) {
  return fieldKeys.includes('audience') ? { audience: '' } : {}
}

/** The example of every platform as it would be stored in this cloud, under both kinds of parent. */
function contextsOf(cloud: Cloud): readonly ExportContext[] {
  const trusts = presets.flatMap((preset) => {
    const example = Object.fromEntries(
      Object.entries(preset.fieldGuides).map(([key, guide]) => [key, guide.example]),
    )
    // Azure DevOps has this form in the public cloud alone; the eid1 examples are of the public cloud.
    const [trust] = compileTrust(preset.id, { ...example, ...ownAudience(preset) }, { cloud }).trusts
    const isOfPublic = trust?.subject?.startsWith('/eid1/') === true && cloud !== 'public'
    return trust === undefined || isOfPublic ? [] : [{ ...trust, subject: trust.subject ?? null }]
  })
  return trusts.flatMap((trust) =>
    [context, app].map(({ parent }) => ({ trust, parent, tenantId: guid, clientId: guid, cloud })),
  )
}

test.each(cloudNames)('no text for the cloud %s names another one', (cloud) => {
  const reached = new Set<ExportForm>()
  for (const given of contextsOf(cloud)) {
    for (const form of exportFormsFor(given)) {
      reached.add(form)
      const { text } = exportTrust(form, given)
      const others = cloudNames.filter((other) => other !== cloud)
      expect({ form, named: others.flatMap((other) => namedIn(text, other)) }).toEqual({ form, named: [] })
    }
  }
  expect([...reached].toSorted()).toEqual([...exportForms].toSorted())
})

const ownWords: Readonly<Record<ExportForm, (cloud: Cloud) => string | null>> = {
  'github-workflow': (cloud) => clouds[cloud].loginActionName,
  'kubernetes-manifest': (cloud) => clouds[cloud].authorityHost,
  workload: (cloud) => clouds[cloud].cliName,
  'azure-cli': (cloud) => clouds[cloud].cliName,
  'azure-cli-powershell': (cloud) => clouds[cloud].cliName,
  'azure-powershell': (cloud) => clouds[cloud].cliName,
  'az-rest': (cloud) => clouds[cloud].armEndpoint,
  http: (cloud) => clouds[cloud].armEndpoint,
  // Who deploys a template chooses the cloud.
  'arm-template': () => null,
  bicep: () => null,
  terraform: (cloud) => clouds[cloud].terraformName,
  'terraform-azapi': (cloud) => clouds[cloud].terraformName,
  'pulumi-typescript': (cloud) => clouds[cloud].terraformName,
  'exchange-curl': (cloud) => clouds[cloud].authorityHost,
}
const gitlab = { issuer: 'https://gitlab.com', subject: 'project_id:1:ref_type:branch:ref:main' }
const account = { subject: 'system:serviceaccount:shop:api' }

test.each(exportForms.flatMap((form) => (['usgov', 'china'] as const).map((cloud) => ({ form, cloud }))))(
  '$form is told the cloud $cloud, in its own word',
  ({ form, cloud }) => {
    const word = ownWords[form](cloud)
    if (word === null) return
    const change = form === 'workload' ? gitlab : form === 'kubernetes-manifest' ? account : {}
    const given = { ...context, cloud, trust: { ...context.trust, ...change } }
    expect(namedIn(exportTrust(form, given).text, cloud)).toContain(word)
  },
)

test('a managed identity of another cloud is recognised there, and has what its workload needs', () => {
  const trust = {
    ...context.trust,
    issuer: `https://login.microsoftonline.us/${guid}/v2.0`,
    subject: guid,
  }
  expect(exportFormsFor({ ...app, trust, cloud: 'usgov' })).toContain('workload')
  expect(exportFormsFor({ ...app, trust })).not.toContain('workload')
  expect(exportTrust('workload', { ...app, trust, cloud: 'usgov' }).text).toContain(
    'authorityHost: "https://login.microsoftonline.us"',
  )
})

test('Bicep refuses an application outside the public cloud, which its extension does not reach', () => {
  expect(() => exportTrust('bicep', { ...app, cloud: 'usgov' })).toThrow(RangeError)
})
