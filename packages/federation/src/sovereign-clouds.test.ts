import { expect, test } from 'vitest'
import { cloudNames, compileTrust, previewTrust, presets, recognise, segmentClaims } from './index.ts'
import { textOf } from './model/segment.ts'

const tenantId = '11111111-2222-3333-4444-555555555555'
const principalId = '22222222-3333-4444-5555-666666666666'
const identity = { tenantId, principalId }

test.each([
  ['public', 'https://login.microsoftonline.com', 'api://AzureADTokenExchange'],
  ['usgov', 'https://login.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
  ['china', 'https://login.partner.microsoftonline.cn', 'api://AzureADTokenExchangeChina'],
] as const)('the issuer of Entra and the audience are those of the cloud %s', (cloud, host, audience) => {
  const issuer = `${host}/${tenantId}/v2.0`
  const { trusts, warnings } = compileTrust('managed-identity', identity, { cloud })
  expect(trusts).toMatchObject([{ issuer, subject: principalId, audiences: [audience] }])
  expect(warnings).toEqual([])
  expect(textOf(previewTrust('managed-identity', identity, { cloud }).issuer)).toBe(issuer)
  const stored = { issuer, subject: principalId, audiences: [audience] }
  expect(recognise(stored, cloud)).toMatchObject({ presetId: 'managed-identity', fields: identity })
  expect(segmentClaims(stored, cloud).issuer).toHaveLength(3)
})

test('a trust of another cloud is not taken for one of this cloud', () => {
  const issuer = `https://login.microsoftonline.us/${tenantId}/v2.0`
  expect(recognise({ issuer, subject: principalId })?.presetId).toBe('other-issuer')
})

test.each(['usgov', 'china'] as const)('no subject of Azure DevOps is invented in the cloud %s', (cloud) => {
  const fields = { format: 'entra', tenantId, organizationId: tenantId, connectionId: principalId }
  expect(compileTrust('azure-devops', fields, { cloud }).warnings).toContainEqual(
    expect.objectContaining({ code: 'cloud-unsure', severity: 'block' }),
  )
  const old = { format: 'devops', organizationId: tenantId, organization: 'o', project: 'p', connection: 'c' }
  expect(compileTrust('azure-devops', old, { cloud }).warnings).toEqual([])
  expect(compileTrust('azure-devops', old).warnings.map(({ code }) => code)).toContain('ends-soon')
})

test.each(presets)(
  'the example of $id keeps its issuer in every cloud, unless that is Entra’s own',
  (preset) => {
    const example = Object.fromEntries(
      Object.entries(preset.fieldGuides).map(([key, guide]) => [key, guide.example]),
    )
    const issuers = cloudNames.map((cloud) => compileTrust(preset.id, example, { cloud }).trusts[0]?.issuer)
    const distinct = new Set(issuers).size
    expect(distinct).toBe(['managed-identity', 'azure-devops'].includes(preset.id) ? 3 : 1)
  },
)
