import { emptyDraftBody, type DraftBody } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { setUpOfDraft, wantedTrusts } from './set-up-of-draft.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const scope = `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`
const roleId = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const parent = {
  kind: 'newManagedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  location: 'westeurope',
  identityName: 'id-pay',
} as const
const whole: DraftBody = {
  ...emptyDraftBody,
  presetId: 'github-actions',
  fields: {
    owner: 'contoso',
    repository: 'pay-api',
    entity: 'environment',
    environment: 'prod',
    identifiers: 'names',
  },
  parent,
  access: [{ scope, roleId }],
}
const read = (parts: Partial<DraftBody> = {}) => setUpOfDraft({ ...whole, ...parts }, 'public')

test('a whole draft asks for its identity, its trust and its roles', () => {
  expect(read().item).toMatchObject({
    parent,
    trusts: [{ subject: 'repo:contoso/pay-api:environment:prod' }],
    roles: [{ scope, roleId }],
  })
})

test.each<[string, Partial<DraftBody>]>([
  ['a field is missing', { fields: { ...whole.fields, environment: '' } }],
  [
    'the subject is longer than Azure stores',
    {
      presetId: 'gitlab',
      fields: {
        host: 'gitlab.com',
        names: 'path',
        project: `contoso/${'platform/'.repeat(70)}pay`,
        refType: 'branch',
        ref: 'main',
      },
    },
  ],
])('no trust is wanted while %s', (_, parts) => {
  expect(wantedTrusts({ ...whole, ...parts }, 'public')).toEqual([])
})

test('several roles are all asked for', () => {
  const access = [
    { scope, roleId },
    { scope: `/subscriptions/${subscriptionId}`, roleId },
  ]
  expect(read({ access }).item?.roles).toEqual(access)
})

test('a description goes along on applications alone', () => {
  const description = 'Deploys pay-api'
  expect(read({ description }).item?.trusts[0]).not.toHaveProperty('description')
  const onApplication = read({
    description,
    parent: { kind: 'newApplication', displayName: 'pay' },
    access: [],
  })
  expect(onApplication.item?.trusts[0]).toHaveProperty('description', description)
})

test.each<[string, Partial<DraftBody>, string]>([
  ['no platform', { presetId: null }, 'workload'],
  ['a platform that nobody knows', { presetId: 'from-tomorrow' }, 'workload'],
  ['a field that is missing', { fields: { owner: 'contoso' } }, 'workload'],
  ['no identity', { parent: null }, 'identity'],
  ['an identity without a group', { parent: { ...parent, resourceGroup: '' } }, 'identity'],
  ['a name that Azure refuses', { parent: { ...parent, identityName: 'a b' } }, 'identity'],
  ['half a role', { access: [{ scope: '', roleId }] }, 'access'],
  ['a role that is no ID', { access: [{ scope, roleId: 'Reader' }] }, 'access'],
])('%s sends back to its step', (_, parts, step) => {
  const { item, missing } = read(parts)
  expect(item).toBeNull()
  expect(missing?.step).toBe(step)
  expect(missing?.words).not.toBe('')
})
