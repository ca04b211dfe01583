import { expect, test } from 'vitest'
import { offered, rightTrust, saidOf } from '../../../testing/said.ts'

test.each([
  [{ issuer: ` ${rightTrust.issuer}` }, 'issuer-white-space'],
  [{ issuer: `${rightTrust.issuer}\n` }, 'issuer-white-space'],
  [{ subject: `${rightTrust.subject} ` }, 'subject-white-space'],
  [{ subject: `${rightTrust.subject}\u200b` }, 'subject-white-space'],
  [{ subject: `"${rightTrust.subject}"` }, 'subject-white-space'],
  [{ audiences: [' api://AzureADTokenExchange'] }, 'audience-near-miss'],
  [{ issuer: '${azurerm_kubernetes_cluster.main.oidc_issuer_url}' }, 'issuer-placeholder'],
  [{ subject: 'repo:<your-org>/shop:environment:production' }, 'subject-placeholder'],
  [{ subject: 'repo:octo-org/shop:ref:${{ github.ref }}' }, 'subject-placeholder'],
  [{ subject: 'repo:octo-org/{repository}:environment:production' }, 'subject-placeholder'],
  [{ subject: 'undefined' }, 'subject-placeholder'],
])('%j is told', (change, code) => {
  expect(saidOf(change)).toContain(code)
})

test.each([
  'repo:octo-org/shop:environment:a < b',
  'repo:octo-org/shop:environment:{1}',
  'repo:octo-org/shop:environment:my prod',
])('the subject %s is left in peace', (subject) => {
  expect(saidOf({ subject })).toEqual([])
})

test('the value without what is stray is offered', () => {
  expect(offered({ subject: `'${rightTrust.subject}'` })).toBe(rightTrust.subject)
})
