import type { Operation } from '../../kernel/operation.ts'
import { checkResourceGroup } from './check-resource-group.ts'
import { deleteResourceGroup } from './delete-resource-group.ts'
import { getOperationResult } from './get-operation-result.ts'
import { getResourceGroup } from './get-resource-group.ts'
import { listResourceGroups } from './list-resource-groups.ts'
import { patchResourceGroup } from './patch-resource-group.ts'
import { putResourceGroup } from './put-resource-group.ts'

export const groupOperations: readonly Operation[] = [
  listResourceGroups,
  getResourceGroup,
  checkResourceGroup,
  putResourceGroup,
  patchResourceGroup,
  deleteResourceGroup,
  getOperationResult,
]
