import type { Operation } from '../../kernel/operation.ts'
import { calculateTemplateHash } from './operations/calculate-template-hash.ts'
import { cancelDeployment } from './operations/cancel-deployment.ts'
import { checkDeployment } from './operations/check-deployment.ts'
import { deleteDeployment } from './operations/delete-deployment.ts'
import { exportDeploymentTemplate } from './operations/export-deployment-template.ts'
import { getDeployment } from './operations/get-deployment.ts'
import { getDeploymentOperation } from './operations/get-deployment-operation.ts'
import { getDeploymentResult } from './operations/get-deployment-result.ts'
import { getDeploymentStatus } from './operations/get-deployment-status.ts'
import { listDeploymentOperations } from './operations/list-deployment-operations.ts'
import { listDeployments } from './operations/list-deployments.ts'
import { putDeployment } from './operations/put-deployment.ts'
import { validateDeployment } from './operations/validate-deployment.ts'
import { whatIfDeployment } from './operations/what-if-deployment.ts'

/** Template deployments to resource groups and subscriptions. */
export const deploymentOperations: readonly Operation[] = [
  ...putDeployment,
  ...getDeployment,
  ...checkDeployment,
  ...listDeployments,
  ...deleteDeployment,
  ...validateDeployment,
  ...whatIfDeployment,
  ...cancelDeployment,
  ...exportDeploymentTemplate,
  ...listDeploymentOperations,
  ...getDeploymentOperation,
  ...getDeploymentStatus,
  getDeploymentResult,
  calculateTemplateHash,
]
