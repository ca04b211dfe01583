import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { exportForms, exportFormsFor, exportTrust } from '../index.ts'
import { app, cluster, context, nastySubjects, withSubject } from '../testing/export-context.ts'

test('the manifest has the service account, its annotation, and the label on the pod', () => {
  const [account, pod] = exportTrust('kubernetes-manifest', cluster).text.split('---\n')
  expect(account).toContain(
    'kind: ServiceAccount\nmetadata:\n  name: "api"\n  namespace: "shop"\n  annotations:',
  )
  expect(account).toContain('    azure.workload.identity/client-id: "client-1"')
  expect(pod).toContain(
    '  labels:\n    azure.workload.identity/use: "true"\nspec:\n  serviceAccountName: "api"',
  )
  expect(pod).toContain('audience: "api://AzureADTokenExchange"')
})

test.each(nastySubjects)('the ARM template defines identity and trust with the subject %s', (subject) => {
  const template: unknown = JSON.parse(exportTrust('arm-template', withSubject(subject)).text)
  const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
  expect(template).toMatchObject({
    resources: [
      {
        type: identityType,
        apiVersion: '2024-11-30',
        name: 'id-pay-api',
        location: "[parameters('location')]",
      },
      {
        type: `${identityType}/federatedIdentityCredentials`,
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

test('an application has no ARM template', () => {
  expect(exportFormsFor(app)).not.toContain('arm-template')
  expect(() => exportTrust('arm-template', app)).toThrow(RangeError)
})

test.each([
  [context, ['github-workflow', 'azure-cli', 'arm-template', 'exchange-curl']],
  [cluster, ['kubernetes-manifest', 'azure-cli', 'arm-template', 'exchange-curl']],
  [app, ['github-workflow', 'azure-cli', 'exchange-curl']],
  [withSubject(null), ['azure-cli', 'arm-template', 'exchange-curl']],
])('offers the forms that fit (case %#)', (trust, forms) => {
  expect(exportFormsFor(trust)).toEqual(forms)
})

test('curl is called with the form of the exchange at the address of the deployment', () => {
  const here = {
    ...context,
    authorityHost: 'https://localhost:4282/',
    armEndpoint: 'https://localhost:4282/',
  }
  const script = `curl() { printf '%s\\n' "$@"; }; TOKEN='a.b.c'\n${exportTrust('exchange-curl', here).text}`
  const words = execFileSync('bash', ['-euc', script], { encoding: 'utf8' }).trimEnd().split('\n')
  expect(words[2]).toBe('https://localhost:4282/tenant-1/oauth2/v2.0/token')
  expect(words.filter((word) => word.includes('='))).toEqual([
    'grant_type=client_credentials',
    'client_id=client-1',
    'scope=https://localhost:4282/.default',
    'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    'client_assertion=a.b.c',
  ])
})

test.each(exportForms)('%s of a trust without subject and audience is still a text', (form) => {
  const odd = { ...context, trust: { name: '', issuer: '', subject: null, audiences: [] } }
  expect(exportTrust(form, odd).text.length).toBeGreaterThan(20)
  expect(exportTrust(form, odd).filename).toMatch(/^[A-Za-z0-9_./-]+$/)
})
