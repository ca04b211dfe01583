import { readFileSync } from 'node:fs'
import type { TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { withDoctorStep } from './doctor-step.ts'

const workflow = {
  language: 'yaml',
  filename: '.github/workflows/deploy.yml',
  text: 'jobs:\n  deploy:\n    steps:\n      - run: az account show\n',
} as const
const portal = 'https://trustwright.contoso.com'
const subscriptionId = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'

function addressIn(parent: TrustParent): string {
  const { text } = withDoctorStep(workflow, parent, portal)
  expect(text.startsWith(workflow.text)).toBe(true)
  return /echo "Why it failed: (\S+)\$claims"/.exec(text)?.[1] ?? ''
}

test.each<readonly [string, TrustParent, string]>([
  [
    'an identity',
    { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg-pay', identityName: 'id-pay' },
    `${portal}/doctor?subscription=${subscriptionId}&group=rg-pay&identity=id-pay&`,
  ],
  [
    'an application',
    { kind: 'application', appId: subscriptionId },
    `${portal}/doctor?application=${subscriptionId}&`,
  ],
  ['one that is still to be made', { kind: 'application', appId: '<application-id>' }, `${portal}/doctor?`],
])('the workflow of %s ends with a link that names it', (_, parent, address) => {
  expect(addressIn(parent)).toBe(address)
})

test('a name that a shell would run is written so that nothing runs', () => {
  const resourceGroup = 'rg-$(id)`id`"\\'
  const address = addressIn({
    kind: 'managedIdentity',
    subscriptionId,
    resourceGroup,
    identityName: 'id-pay',
  })
  expect(address).not.toMatch(/[$`"\\]/)
})

test('the step asks for a token that Entra does not take, and prints two claims of it and nothing else', () => {
  const { text } = withDoctorStep(workflow, { kind: 'application', appId: subscriptionId }, portal)
  expect(text).toContain('&audience=api://trustwright-doctor"')
  expect(text).not.toContain('AzureADTokenExchange')
  expect(text).toContain(String.raw`"issuer=\(.iss | @uri)&subject=\(.sub | @uri)"`)
  expect(text.match(/echo/g)).toHaveLength(1)
})

test('the guide shows the step as it is', () => {
  const guide = readFileSync(new URL('../../../../../docs/links.md', import.meta.url), 'utf8')
  const parent = { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg-pay' } as const
  const { text } = withDoctorStep(workflow, { ...parent, identityName: 'id-pay-deploy' }, portal)
  const step = text.slice(workflow.text.length).replaceAll(/^ {6}/gm, '')
  expect(guide).toContain(step)
})
