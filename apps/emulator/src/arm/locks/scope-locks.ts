import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { covers } from '../core/resource-ids.ts'

export const lockType = 'Microsoft.Authorization/locks'

/** The scope that a lock protects: its id without the last part. */
export function scopeOfLock({ id }: StoredResource): string {
  return id.slice(0, id.toLowerCase().lastIndexOf('/providers/microsoft.authorization/locks/'))
}

/**
 * Throws ScopeLocked when a lock at the scope, above it or (for a deletion) below it forbids what is about to happen:
 * CanNotDelete forbids deletions, ReadOnly writes and actions too. Locks themselves are not protected by locks.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function demandUnlocked(world: World, action: string, scope: string): void {
  const locks = world.store.resources.by('type', lockType.toLowerCase())
  if (locks.length === 0) return
  const operation = action.toLowerCase().endsWith('/delete') ? 'delete' : 'write'
  const hit = locks.filter((lock) => {
    if (operation === 'write' && lock.properties.level !== 'ReadOnly') return false
    const locked = scopeOfLock(lock)
    return covers(locked, scope) || (operation === 'delete' && covers(scope, locked))
  })
  if (hit.length === 0) return
  throw refuse(faults.scopeLocked(scope, operation, [...new Set(hit.map(scopeOfLock))]))
}
