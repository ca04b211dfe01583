import type { Session } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { codeForms } from './code-context.ts'
import { sampleTrust } from '../testing/sample-trust.ts'

const settings: Session['settings'] = {
  cloud: 'public',
  tenantId: 'aaaaaaaa-1111-2222-3333-444444444444',
  authorityHost: 'https://login.microsoftonline.com',
  armEndpoint: 'https://management.azure.com',
  graphEndpoint: 'https://graph.microsoft.com',
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

const ofIdentity = { tenantId: identity.tenantId, clientId: identity.clientId, identity, application: null }

test('a GitHub trust has a workflow with the identity’s own IDs, and no manifest', () => {
  const forms = codeForms(sampleTrust(), ofIdentity, settings)
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
  const [first] = codeForms(trust, ofIdentity, settings)
  expect(first).toMatchObject({ form: 'workload', title: 'GitLab', code: { language: 'yaml' } })
  expect(first?.code.text).toContain(identity.clientId)
})

test('an identity that could not be read leaves placeholders, never another ID', () => {
  const texts = codeForms(sampleTrust(), null, settings).map(({ code }) => code.text)
  expect(texts.join('\n')).not.toContain(identity.clientId)
  expect(texts[0]).toContain('<client-id>')
})

test('a trust without a subject still opens', () => {
  expect(() => codeForms(sampleTrust({ subject: null, audiences: [] }), ofIdentity, settings)).not.toThrow()
})

test('a trust of an application carries the IDs of the application, and no subscription', () => {
  const appId = 'eeeeeeee-1111-2222-3333-444444444444'
  const trust = sampleTrust({
    parent: { kind: 'application', appId },
    credentialId: 'ffffffff-1111-2222-3333-444444444444',
    description: 'Deploys pay-api',
  })
  const texts = (detail: Parameters<typeof codeForms>[1]) =>
    codeForms(trust, detail, settings)
      .map(({ code }) => code.text)
      .join('\n')
  const application = {
    appId,
    objectId: '99999999-1111-2222-3333-444444444444',
    displayName: 'pay-api',
    signInAudience: 'AzureADMyOrg',
    createdAt: null,
  }
  const read = texts({ tenantId: null, clientId: appId, identity: null, application })
  expect(read).toContain('Deploys pay-api')
  expect(read).toContain(settings.tenantId)
  expect(read).not.toContain(identity.subscriptionId)
  expect(texts(null)).not.toContain('<client-id>')
})

test('a flexible credential is written with its pattern', () => {
  const expression = "claims['sub'] matches 'repo:contoso/pay-api:*' and claims['repository_id'] eq '42'"
  const trust = sampleTrust({
    parent: { kind: 'application', appId: 'eeeeeeee-1111-2222-3333-444444444444' },
    subject: null,
    expression,
  })
  const http = codeForms(trust, null, settings).find(({ form }) => form === 'http')
  expect(http?.code.text).toContain('repo:contoso/pay-api:*')
})
