import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { context, guid, withSubject } from '../testing/export-context.ts'

test('the workflow asks for the token, names the environment and carries the IDs', () => {
  const { text, language } = exportTrust('github-workflow', context)
  expect(language).toBe('yaml')
  expect(text).toBe(`name: Deploy to Azure

on:
  workflow_dispatch:

permissions:
  id-token: write
  contents: read

jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: azure/login@v3
        with:
          client-id: "client-1"
          tenant-id: "tenant-1"
          subscription-id: "${guid}"
      - run: az account show
`)
})

test.each([
  ['repo:contoso/pay-api:ref:refs/heads/main', '  push:\n    branches: ["main"]'],
  ['repo:contoso/pay-api:ref:refs/heads/a+b', '  push:\n    branches: ["a\\\\+b"]'],
  ['repo:contoso/pay-api:ref:refs/tags/v1', '  push:\n    tags: ["v1"]'],
  ['repo:contoso/pay-api:pull_request', '  pull_request:'],
  ['repository_owner:contoso', '  workflow_dispatch:'],
])('the workflow of %s has its trigger and no environment', (subject, trigger) => {
  const { text } = exportTrust('github-workflow', withSubject(subject))
  expect(text).toContain(`on:\n${trigger}\n\npermissions:`)
  expect(text).not.toContain('environment:')
})

test.each([
  ['Deploy to "prod"', 'environment: "Deploy to \\"prod\\""'],
  ['true', 'environment: "true"'],
  ['a #b', 'environment: "a #b"'],
  ['${{ github.actor }}', 'environment: "${{ \'${{\' }} github.actor }}"'],
])('the environment %s survives YAML and GitHub’s expressions', (name, line) => {
  expect(
    exportTrust('github-workflow', withSubject(`repo:contoso/pay-api:environment:${name}`)).text,
  ).toContain(line)
})

test('the workflow of another cloud names cloud and audience', () => {
  const trust = { ...context.trust, audiences: ['api://AzureADTokenExchangeUSGov'] }
  const { text } = exportTrust('github-workflow', { ...context, trust, cloud: 'usgov' })
  expect(text).toContain('          environment: azureusgovernment\n')
  expect(text).toContain('          audience: "api://AzureADTokenExchangeUSGov"\n')
})

test('without a subscription the workflow signs in without one', () => {
  const { subscriptionId: _, ...without } = context
  expect(exportTrust('github-workflow', without).text).toContain('allow-no-subscriptions: true')
})
