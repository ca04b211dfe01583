import type { Operation } from '../../kernel/operation.ts'
import { listResources } from './list-resources.ts'

export const resourceOperations: readonly Operation[] = [...listResources]
