import { dropCredential } from '../kernel/credential-writes.ts'
import type { Operation } from '../kernel/operation.ts'
import { controlAnswer } from './read-control.ts'

export const deleteTrusts: Operation = {
  id: 'controls/delete-trusts',
  method: 'DELETE',
  path: '/_emulator/trusts',
  summary:
    'Takes every trust out of the tenant, and the answer sheet with them; identities and applications stay',
  source: 'the emulator itself',
  handle: (_request, world) => {
    const { store } = world
    const keys = store.credentials.entries().map(([key]) => key)
    world.transaction(() => {
      for (const key of keys) dropCredential(world, key)
      for (const [key] of store.plantedFaults.entries()) store.plantedFaults.delete(key)
    })
    return controlAnswer({ deleted: keys.length })
  },
}
