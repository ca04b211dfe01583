import type { Operation } from '../kernel/operation.ts'
import { getHealth } from './get-health.ts'
import { getHome } from './get-home.ts'
import { getTenant } from './get-tenant.ts'
import { postSignOuts } from './post-sign-outs.ts'

export const controlOperations: readonly Operation[] = [getHome, getTenant, getHealth, postSignOuts]
