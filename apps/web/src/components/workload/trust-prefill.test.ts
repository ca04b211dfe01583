import { presets } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { TrustCreateSearch } from '../../search.ts'
import { trustPrefill } from './trust-prefill.ts'

const audience = 'api://AzureADTokenExchange'
const subscription = '11111111-2222-3333-4444-555555555555'

test('an empty address is an empty form of the first preset, with the usual audience', () => {
  const { choice, values } = trustPrefill({}, 'public')
  expect(choice).toEqual({ parent: null, side: 'managedIdentity', subscriptionId: null })
  expect(values).toMatchObject({ presetId: 'github-actions', name: '', audience })
})

test('a whole link fills identity and fields', () => {
  const search = {
    subscription,
    group: 'rg-pay',
    identity: 'id-pay',
    preset: 'github-actions',
    owner: 'contoso',
    repository: 'pay-api',
    environment: 'prod',
    name: 'gh-x',
  }
  const { choice, values } = trustPrefill(search, 'public')
  expect(choice.parent).toMatchObject({ subscriptionId: subscription, identityName: 'id-pay' })
  expect(values.name).toBe('gh-x')
  expect(values.fields['github-actions']).toMatchObject({
    owner: 'contoso',
    repository: 'pay-api',
    entity: 'environment',
    environment: 'prod',
  })
})

test.each([
  [{ branch: 'main' }, { entity: 'branch', branch: 'main' }],
  [{ tag: 'v1' }, { entity: 'tag', tag: 'v1' }],
  [{ entity: 'pull-request' }, { entity: 'pull-request' }],
  [
    { entity: 'tag', branch: 'main' },
    { entity: 'tag', branch: 'main' },
  ],
  [{ ownerId: '12' }, { identifiers: 'ids', ownerId: '12' }],
  [{ ownerId: '12', identifiers: 'names' }, { identifiers: 'names' }],
])('%j chooses %j', (search, fields) => {
  expect(trustPrefill(search, 'public').values.fields['github-actions']).toMatchObject(fields)
})

test('fields of another preset go to that preset alone', () => {
  const { values } = trustPrefill(
    { preset: 'kubernetes', issuer: 'https://oidc.fabrikam.com', namespace: 'shop' },
    'public',
  )
  expect(values.presetId).toBe('kubernetes')
  expect(values.fields.kubernetes).toMatchObject({ issuer: 'https://oidc.fabrikam.com', namespace: 'shop' })
  expect(values.fields['other-issuer']).toMatchObject({ issuer: '' })
})

test('an audience in the link goes where the preset asks for it', () => {
  expect(trustPrefill({ audience: 'api://x' }, 'public').values.audience).toBe('api://x')
  const other = trustPrefill({ preset: 'other-issuer', audience: 'api://x' }, 'public').values
  expect(other.audience).toBe(audience)
  expect(other.fields['other-issuer']).toMatchObject({ audience: 'api://x' })
})

test.each([
  ['a subscription that is no GUID', { subscription: 'mine', group: 'rg-pay', identity: 'id-pay' }],
  ['a missing group', { subscription, identity: 'id-pay' }],
  ['a group with a slash', { subscription, group: 'rg/pay', identity: 'id-pay' }],
  ['an identity name with a space', { subscription, group: 'rg-pay', identity: 'id pay' }],
  ['a list where text belongs', { subscription, group: ['rg-pay'], identity: 'id-pay' }],
])('%s chooses no identity, and the form still opens', (_, search) => {
  expect(trustPrefill(search, 'public').choice.parent).toBeNull()
})

test('a link chooses an application beside a field of a preset that is named app', () => {
  const application = 'cccccccc-1111-2222-3333-444444444444'
  const search = { application, preset: 'fly-io', app: 'pay-api', description: 'Deploys pay-api' }
  const { choice, values } = trustPrefill(TrustCreateSearch.parse(search), 'public')
  expect(choice.parent).toEqual({ kind: 'application', appId: application })
  expect(values.fields['fly-io']).toMatchObject({ app: 'pay-api' })
  expect(values.description).toBe('Deploys pay-api')
})

test.each(presets)('a link opens the form of $id with its fields', ({ id, fieldGuides }) => {
  const examples = Object.fromEntries(Object.entries(fieldGuides).map(([key, { example }]) => [key, example]))
  const { values } = trustPrefill(TrustCreateSearch.parse({ preset: id, ...examples }), 'public')
  expect(values.presetId).toBe(id)
  expect(values.fields[id]).toEqual(examples)
})

test('no field of a preset has the name of another part of the link', () => {
  const taken = ['subscription', 'group', 'identity', 'preset', 'name']
  const keys = presets.flatMap(({ fieldKeys }) => fieldKeys)
  expect(keys.filter((key) => taken.includes(key) || /token|secret|password|assertion/i.test(key))).toEqual(
    [],
  )
})

test.each([
  ['github-actions', { owner: 'contoso', branch: 'main' }, { owner: 'contoso', entity: 'branch' }],
  ['gitlab', { projectId: '12' }, { names: 'id', projectId: '12' }],
  ['octopus-deploy', { tenant: 'acme' }, { tenancy: 'tenanted' }],
  ['hcp-terraform', { phase: 'plan', workspace: 'network' }, { phase: 'plan', workspace: 'network' }],
] as const)('a link to %s with %j chooses %j', (preset, search, fields) => {
  expect(trustPrefill({ preset, ...search }, 'public').values.fields[preset]).toMatchObject(fields)
})

test('the audience of a link is kept, and without one it is that of the platform', () => {
  const spacelift = { preset: 'spacelift', account: 'contoso', space: 'root', stack: 'network' }
  expect(trustPrefill(spacelift, 'public').values.audience).toBe('contoso.app.spacelift.io')
  expect(trustPrefill({ ...spacelift, audience: 'api://own' }, 'public').values.audience).toBe('api://own')
})

test('an unknown preset and unknown names are left alone', () => {
  const { values } = trustPrefill({ preset: 'nothing', token: 'secret', __proto__: 'x' }, 'public')
  expect(values.presetId).toBe('github-actions')
  expect(JSON.stringify(values)).not.toContain('secret')
})
