import { understandPaste } from '@trustwright/federation'
import { DraftBody } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { startChoices } from './start-choices.ts'

const choicesOf = (text: string) => startChoices(understandPaste(text, { cloud: 'public' }), 'public')

const command = (name: string, subject: string) =>
  `az identity federated-credential create --name ${name} --identity-name id-pay --resource-group rg-pay --issuer https://token.actions.githubusercontent.com --subject ${subject} --audiences api://AzureADTokenExchange`

test.each([
  ['https://github.com/contoso/pay-api', 'github-actions', { owner: 'contoso', repository: 'pay-api' }],
  ['https://gitlab.com/contoso/pay', 'gitlab', {}],
  [command('gh-pay', 'repo:contoso/pay-api:environment:prod'), 'github-actions', { environment: 'prod' }],
  [
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/pay-api:environment:Prod'.",
    'github-actions',
    { environment: 'Prod' },
  ],
])('%s begins one draft of %s', (text, presetId, fields) => {
  const [only, ...others] = choicesOf(text)
  expect(others).toEqual([])
  expect(only?.body.presetId).toBe(presetId)
  expect(only?.body.fields).toMatchObject(fields)
})

test('the name in a pasted command stays the name of the trust', () => {
  expect(choicesOf(command('gh-pay', 'repo:contoso/pay-api:ref:refs/heads/main'))[0]?.body.name).toBe(
    'gh-pay',
  )
})

test('trusts of several workloads are chosen between', () => {
  const text = `${command('a-one', 'repo:contoso/a:ref:refs/heads/main')}\n${command('b-two', 'repo:contoso/b:environment:x')}`
  expect(choicesOf(text).map(({ label }) => label)).toEqual([
    'a-one: contoso/a, branch main',
    'b-two: contoso/b, environment x',
  ])
})

test.each([
  'hello world',
  '',
  'AZURE_CLIENT_SECRET=abc8Q~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'AADSTS50001',
])('nothing begins with %j', (text) => {
  expect(choicesOf(text)).toEqual([])
})

test('a token begins a draft that holds nothing of it but its platform and names', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:contoso/pay-api:environment:prod',
    aud: 'api://AzureADTokenExchange',
    exp: 1,
  }
  const token = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${part(claims)}.${'s'.repeat(86)}`
  const [only] = choicesOf(token)
  expect(only?.body.fields).toMatchObject({ owner: 'contoso', environment: 'prod' })
  expect(JSON.stringify(only)).not.toContain('eyJ')
  expect(DraftBody.safeParse(only?.body).success).toBe(true)
})
