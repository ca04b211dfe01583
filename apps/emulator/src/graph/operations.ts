import type { Operation } from '../kernel/operation.ts'
import { getMe } from './get-me.ts'
import { listOrganization } from './list-organization.ts'

/** What the emulator answers of Microsoft Graph. */
export const graphOperations: readonly Operation[] = [...getMe, ...listOrganization]
