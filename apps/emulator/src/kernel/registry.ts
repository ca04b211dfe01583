import { armOperations } from '../arm/operations.ts'
import { controlOperations } from '../controls/operations.ts'
import { entraOperations } from '../entra/operations.ts'
import { githubOperations } from '../github/operations.ts'
import { graphOperations } from '../graph/operations.ts'
import { issuerOperations } from '../issuers/operations.ts'
import type { Operation } from './operation.ts'

/** Everything the emulator answers; a path that is not here gets 501. */
export const operations: readonly Operation[] = [
  ...entraOperations,
  ...armOperations,
  ...graphOperations,
  ...issuerOperations,
  ...githubOperations,
  ...controlOperations,
]
