import { expect, test } from 'vitest'
import * as z from 'zod'
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

const Template = z.object({ resources: z.tuple([z.unknown(), z.object({ properties: z.unknown() })]) })

/** What Azure stores for a text of a template: an expression is answered for by the second function. */
function storedText(text: string, evaluate: (expression: string) => string): string {
  if (!text.startsWith('[') || !text.endsWith(']')) return text
  return text.startsWith('[[') ? text.slice(1) : evaluate(text.slice(1, -1))
}

const bracketed = ['[a]', '[[a]', '[[a]]', '[a', 'a]', "[parameters('location')]", '[]', '[ ]', '[[', ']']

test.each([...nastySubjects, ...bracketed])('Azure stores %j from the template as it is', (text) => {
  const trust = { ...context.trust, issuer: text, subject: text, audiences: [text] }
  const template: unknown = JSON.parse(exportTrust('arm-template', { ...context, trust }).text)
  const { properties } = Template.parse(template).resources[1]
  const refuse = (expression: string) => `evaluated: ${expression}`
  const read: unknown = JSON.parse(JSON.stringify(properties), (_, value: unknown) =>
    typeof value === 'string' ? storedText(value, refuse) : value,
  )
  expect(read).toEqual({ issuer: text, subject: text, audiences: [text] })
})

test('every expression of a template is one of three functions with balanced quotes and brackets', () => {
  const trusts = [
    context.trust,
    ...bracketed.map((subject, at) => ({ ...context.trust, name: `n-${at}`, subject })),
  ]
  const { text } = exportTrust('arm-template', { ...context, trusts })
  const expressions: string[] = []
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string') storedText(value, (expression) => (expressions.push(expression), ''))
    return value
  })
  const string = "'(?:[^']|'')*'"
  const known = new RegExp(
    `^(?:parameters\\(${string}\\)|resourceGroup\\(\\)\\.location|resourceId\\(${string}(?:, ${string})+\\))$`,
  )
  expect(expressions.length).toBeGreaterThan(trusts.length)
  expect(expressions.filter((expression) => !known.test(expression))).toEqual([])
})
