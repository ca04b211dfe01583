import { randomUUID } from 'node:crypto'
import type { TestEmulator } from '../../src/testing/start-test-emulator.ts'

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'

/** Makes an application Owner of a scope, as the seeded administrator would. */
export async function assignOwner(emulator: TestEmulator, scope: string, principalId: string): Promise<void> {
  const address = `${emulator.httpsOrigin}${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}?api-version=2022-04-01`
  const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${owner}`
  const response = await emulator.fetch(address, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await emulator.signIn('admin')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      properties: { roleDefinitionId, principalId, principalType: 'ServicePrincipal' },
    }),
  })
  if (response.status !== 201)
    throw new Error(`the role answered ${response.status}: ${await response.text()}`)
}
