import type { World } from './kernel/world.ts'
import { seedGroups } from './seed-groups.ts'

export function plantGroups({ store, clock }: World): void {
  for (const group of Object.values(seedGroups)) {
    store.groups.put(group.objectId, { ...group, memberIds: [...group.memberIds], createdAt: clock.now() })
  }
}
