import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { exportForms, exportFormsFor, exportTrust } from '../index.ts'
import { app, cluster, context, flexible, withSubject } from '../testing/export-context.ts'

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

const byHand = ['azure-cli', 'azure-cli-powershell', 'azure-powershell', 'az-rest', 'http'] as const
const identityForms = [...byHand, 'arm-template', 'bicep', 'terraform', 'terraform-azapi'] as const

test.each([
  [context, ['github-workflow', ...identityForms, 'pulumi-typescript', 'exchange-curl']],
  [cluster, ['kubernetes-manifest', ...identityForms, 'pulumi-typescript', 'exchange-curl']],
  [app, ['github-workflow', ...byHand, 'bicep', 'terraform', 'pulumi-typescript', 'exchange-curl']],
  [
    { ...app, cloud: 'china' as const },
    ['github-workflow', ...byHand, 'terraform', 'pulumi-typescript', 'exchange-curl'],
  ],
  [withSubject(null), [...identityForms, 'pulumi-typescript', 'exchange-curl']],
  [{ ...context, trust: flexible }, [...identityForms, 'exchange-curl']],
  [{ ...context, trusts: [context.trust, flexible] }, ['github-workflow', ...identityForms, 'exchange-curl']],
])('offers the forms that fit (case %#)', (trust, forms) => {
  expect(exportFormsFor(trust)).toEqual(forms)
})

test.each([
  ['arm-template', app],
  ['terraform-azapi', app],
  ['pulumi-typescript', { ...context, trust: flexible }],
] as const)('%s refuses what it cannot hold (case %#)', (form, odd) => {
  expect(exportFormsFor(odd)).not.toContain(form)
  expect(() => exportTrust(form, odd)).toThrow(RangeError)
})

test.each(exportFormsFor({ ...context, trusts: [context.trust, flexible] }))(
  '%s with several trusts is named after the identity',
  (form) => {
    const several = { ...context, trusts: [context.trust, { ...context.trust, name: 'second' }] }
    const { filename, text } = exportTrust(form, several)
    const tellsOfOne = form === 'github-workflow' || form === 'exchange-curl'
    expect(filename.startsWith('id-pay-api-trusts')).toBe(!tellsOfOne)
    expect(text.includes('second')).toBe(!tellsOfOne)
  },
)

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
