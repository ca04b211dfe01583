import type { SetUpParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { roleRequest } from './role-request.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const scope = `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`
const role = { scope, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', words: 'Reader on rg-pay' }
const identity: SetUpParent = {
  kind: 'newManagedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
  location: 'westeurope',
}
const ask = (parent: SetUpParent, principalId: string | null = null) =>
  roleRequest({
    name: 'id-pay',
    parent,
    principalId,
    roles: [role],
    requester: { objectId: 'o', username: 'dana@contoso.com' },
  })

test('the request names whom, what, where and who asks, with a command that runs as it is', () => {
  const text = ask(identity)
  expect(text).toContain('id-pay needs a role that I may not give.')
  expect(text).toContain('Reader on rg-pay')
  expect(text).toContain(`Scope: ${scope}`)
  expect(text).toContain('--assignee-object-id "$(az identity show')
  expect(text).toContain('Asked for by: dana@contoso.com')
})

test('an ID that is known stands in the command itself', () => {
  expect(ask(identity, 'p-1')).toContain('--assignee-object-id p-1 ')
})

test('several roles are one request', () => {
  const text = roleRequest({
    name: 'id-pay',
    parent: identity,
    principalId: null,
    roles: [role, { ...role, words: 'Owner on x' }],
    requester: null,
  })
  expect(text).toContain('needs 2 roles')
  expect(text.match(/^Command: /gm)).toHaveLength(2)
})
