import type { Operation } from '../../kernel/operation.ts'
import { deleteLock } from './delete-lock.ts'
import { getLock } from './get-lock.ts'
import { listLocks } from './list-locks.ts'
import { putLock } from './put-lock.ts'

export const lockOperations: readonly Operation[] = [listLocks, getLock, putLock, deleteLock]
