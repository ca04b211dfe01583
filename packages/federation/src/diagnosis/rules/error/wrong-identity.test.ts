import { expect, test } from 'vitest'
import { first, main } from '../../../testing/explained.ts'
import type { ErrorContext } from '../../error/error-case.ts'

const [client, principal, tenant] = [
  '2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046',
  '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153',
  '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
]
const unknown = (id: string) =>
  `AADSTS700016: Application with identifier '${id}' was not found in the directory 'Contoso'.`
const known: ErrorContext = {
  tenantId: tenant,
  knownIdentities: [{ name: 'id-shop', clientId: client, principalId: principal }],
}

test.each([
  [unknown('/subscriptions/1/resourceGroups/a'), {}, 'client-id-kind', 'resource ID'],
  [unknown(principal), known, 'client-id-kind', client],
  [unknown(principal.toUpperCase()), known, 'client-id-kind', 'object ID'],
  [unknown(tenant), known, 'client-id-kind', 'swapped'],
  [unknown(client), known, 'client-unknown', 'another tenant'],
  [unknown('id-shop'), {}, 'client-id-kind', 'a name'],
  [unknown('${{ secrets.CLIENT }}'), {}, 'client-id-missing', 'placeholder'],
  [unknown('***'), {}, 'client-unknown', 'tenant ID is wrong'],
  [unknown('11111111-2222-4333-8444-555555555555'), known, 'client-unknown', 'deleted'],
  ["AADSTS90002: Tenant '' not found.", {}, 'tenant-unknown', 'this ID'],
  [`AADSTS90002: Tenant '${client}' not found.`, known, 'tenant-unknown', 'swapped'],
  [`AADSTS90002: Tenant 'contoso' not found.`, {}, 'tenant-unknown', 'neither a GUID nor'],
  [
    "AADSTS900144: The request body must contain the following parameter: 'client_id'.",
    {},
    'client-id-missing',
    'client ID',
  ],
] satisfies readonly (readonly [string, ErrorContext, string, string])[])(
  '%s (%j) is the wrong identity: %s',
  (text, context, code, word) => {
    const found = first(text, { trusts: [main], context })
    expect(found).toMatchObject({ code, family: 'wrong_identity', phase: 'exchange' })
    expect(found.said).toContain(word)
  },
)
