import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { context, expression, flexible, nastySubjects, withSubject } from '../testing/export-context.ts'

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const credentialType = `${identityType}/federatedIdentityCredentials`

test.each(nastySubjects)('the ARM template defines identity and trust with the subject %j', (subject) => {
  const template: unknown = JSON.parse(exportTrust('arm-template', withSubject(subject)).text)
  expect(template).toMatchObject({
    parameters: { createIdentity: { type: 'bool', defaultValue: false } },
    resources: [
      {
        condition: "[parameters('createIdentity')]",
        type: identityType,
        apiVersion: '2024-11-30',
        name: 'id-pay-api',
        location: "[parameters('location')]",
      },
      {
        type: credentialType,
        apiVersion: '2024-11-30',
        name: 'id-pay-api/gh-pay-api-production',
        dependsOn: [`[resourceId('${identityType}', 'id-pay-api')]`],
        properties: {
          issuer: context.trust.issuer,
          subject: subject === '[a]' ? '[[a]' : subject,
          audiences: context.trust.audiences,
        },
      },
    ],
  })
})

test('each trust of an ARM template waits for the one before it', () => {
  const trusts = [context.trust, { ...context.trust, name: 'second' }, flexible]
  const template: unknown = JSON.parse(exportTrust('arm-template', { ...context, trusts }).text)
  expect(template).toMatchObject({
    resources: [
      {},
      { dependsOn: [`[resourceId('${identityType}', 'id-pay-api')]`] },
      { dependsOn: [`[resourceId('${credentialType}', 'id-pay-api', 'gh-pay-api-production')]`] },
      { dependsOn: [`[resourceId('${credentialType}', 'id-pay-api', 'second')]`] },
    ],
  })
})

test('an expression stands in an ARM template of the preview version, without a subject', () => {
  const template: unknown = JSON.parse(exportTrust('arm-template', { ...context, trust: flexible }).text)
  const { issuer, audiences } = flexible
  expect(template).toHaveProperty('resources.1.apiVersion', '2025-01-31-preview')
  expect(template).toHaveProperty('resources.1.properties', {
    issuer,
    audiences,
    claimsMatchingExpression: { languageVersion: 1, value: expression },
  })
})
