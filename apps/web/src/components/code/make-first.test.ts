import type { SetUpParent } from '@trustwright/shared-schemas'
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { codeAround } from './make-first.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const identity: SetUpParent = {
  kind: 'newManagedIdentity',
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
  location: 'westeurope',
}
const role = {
  scope: `/subscriptions/${subscriptionId}/resourceGroups/rg-pay`,
  roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
}
const read = (parent: SetUpParent, parts: { principalId?: string | null } = {}) =>
  codeAround({ parent, roles: [role], principalId: null, ...parts })

test('a new identity is made first, its group before it where that is new', () => {
  expect(read(identity).before).toMatch(/^az identity create --name id-pay --resource-group rg-pay /)
  expect(read({ ...identity, groupLocation: 'northeurope' }).before).toMatch(
    /^az group create --name rg-pay .* --location northeurope\naz identity create .* --location westeurope$/,
  )
})

test('the role names the object ID where it is known, and asks for it where it is not', () => {
  const { kind: _, location: __, ...path } = identity
  const existing: SetUpParent = { kind: 'managedIdentity', ...path }
  expect(read(existing, { principalId: 'p-1' })).toMatchObject({
    before: null,
    after: expect.stringContaining('--assignee-object-id p-1'),
  })
  expect(read(existing).after).toContain('PRINCIPAL=$(az identity show')
})

test('a new application is made with its service principal, whose ID the role takes', () => {
  const { before, after } = read({ kind: 'newApplication', displayName: "Pay's deploy" })
  expect(before).toContain('az ad sp create --id "$APP"')
  expect(after).toContain('az ad sp show --id "$APP"')
})

test.each(["Pay's deploy", '$(touch x)', '-n', 'a b; c', '`id`'])(
  '%j stays one word for bash',
  (displayName) => {
    const [first = ''] = (read({ kind: 'newApplication', displayName }).before ?? '').split('\n')
    const told = execFileSync('bash', ['-c', `az() { printf '%s\\n' "$@"; }; ${first}; printf '%s' "$APP"`], {
      encoding: 'utf8',
    })
    expect(told.split('\n')).toContain(displayName)
  },
)
