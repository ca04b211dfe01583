import type { Operation } from '../../kernel/operation.ts'
import { postQuery } from './post-query.ts'

export const resourceGraphOperations: readonly Operation[] = [postQuery]
