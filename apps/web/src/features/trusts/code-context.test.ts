import type { Session } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { codeForms } from './code-context.ts'
import { sampleTrust } from './testing/sample-trust.ts'

const settings: Session['settings'] = {
  cloud: 'public',
  tenantId: 'aaaaaaaa-1111-2222-3333-444444444444',
  authorityHost: 'https://login.microsoftonline.com',
  armEndpoint: 'https://management.azure.com',
  defaultAudience: 'api://AzureADTokenExchange',
  sampleTokenUrl: null,
}
const identity = {
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay-prod',
  resourceId: '/x',
  location: 'westeurope',
  supportsTrusts: true,
  tenantId: 'bbbbbbbb-1111-2222-3333-444444444444',
  clientId: 'cccccccc-1111-2222-3333-444444444444',
  principalId: 'dddddddd-1111-2222-3333-444444444444',
}

test('a GitHub trust has a workflow with the identity’s own IDs, and no manifest', () => {
  const forms = codeForms(sampleTrust(), identity, settings)
  const workflow = forms.find(({ form }) => form === 'github-workflow')?.code.text ?? ''
  expect(workflow).toContain(identity.clientId)
  expect(workflow).toContain(identity.tenantId)
  expect(workflow).toContain(identity.subscriptionId)
  expect(forms.map(({ form }) => form)).not.toContain('kubernetes-manifest')
})

test('a GitLab trust has the job of its pipeline first, under the name of the platform', () => {
  const trust = sampleTrust({
    issuer: 'https://gitlab.com',
    subject: 'project_path:contoso/pay-api:ref_type:branch:ref:main',
  })
  const [first] = codeForms(trust, identity, settings)
  expect(first).toMatchObject({ form: 'workload', title: 'GitLab', code: { language: 'yaml' } })
  expect(first?.code.text).toContain(identity.clientId)
})

test('an identity that could not be read leaves placeholders, never another ID', () => {
  const texts = codeForms(sampleTrust(), null, settings).map(({ code }) => code.text)
  expect(texts.join('\n')).not.toContain(identity.clientId)
  expect(texts[0]).toContain('<client-id>')
})

test('a trust without a subject still opens', () => {
  expect(() => codeForms(sampleTrust({ subject: null, audiences: [] }), identity, settings)).not.toThrow()
})
