import type { Operation } from '../../kernel/operation.ts'
import { listActivityEvents } from './list-activity-events.ts'

export const activityOperations: readonly Operation[] = [listActivityEvents]
