import type { EmulatorResponse, Operation } from '../../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../../core/arm-operation.ts'
import { armTypes } from '../../core/arm-types.ts'
import { faults } from '../../core/faults.ts'
import { refuse } from '../../core/refusal.ts'
import { groupId, keyOf } from '../../core/resource-ids.ts'
import { demand } from '../../roles/authorise.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { deploymentId, deploymentType, type DeploymentScope } from '../engine/deployment-scope.ts'

/** The deployment that a path names, and where it goes. */
export interface DeploymentTarget {
  scope: DeploymentScope
  name: string
  id: string
  /** The id in lower case. */
  key: string
}

interface DeploymentOperation extends Pick<Operation, 'id' | 'method' | 'summary' | 'source'> {
  /** What comes after the deployment's name in the path; with `/deployments` alone for lists. */
  path: string
  /** Part of the permission after `Microsoft.Resources/deployments/`, such as `validate/action`. */
  permission: string
  /** Of a POST that writes nothing. */
  readsOnly?: boolean
  /** Group-level path without `/providers/Microsoft.Resources`, as deployment operations also have. */
  hasShortPath?: boolean
  handle: (call: ArmCall, target: DeploymentTarget) => EmulatorResponse | Promise<EmulatorResponse>
}

/**
 * One operation of deployments to a group and to a subscription: the same behaviour at several paths. Demands the
 * permission, the group and a name that deployments can have.
 */
export function deploymentOperation(operation: DeploymentOperation): readonly Operation[] {
  const { path, permission, hasShortPath, handle, ...rest } = operation
  const group = '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}'
  const bases = [
    `${group}/providers/${deploymentType}`,
    `/subscriptions/{subscriptionId}/providers/${deploymentType}`,
    ...(hasShortPath ? [`${group}/deployments`] : []),
  ]
  return bases.map((base) =>
    armOperation({
      ...rest,
      path: `${base}${path}`,
      armType: armTypes.deployments,
      handle: (call) => {
        const target = targetOf(call)
        demand(call.world, call.caller, `${deploymentType}/${permission}`, target.id)
        demandGroup(call, target.scope)
        demandName(target.name)
        return handle(call, target)
      },
    }),
  )
}

function targetOf({ params }: ArmCall): DeploymentTarget {
  const { subscriptionId = '', resourceGroup, deployment: name = '' } = params
  const scope = { subscriptionId, resourceGroup }
  const id = deploymentId(scope, name).replace(/\/$/, '')
  return { scope, name, id, key: keyOf(id) }
}

function demandGroup({ world }: ArmCall, { subscriptionId, resourceGroup }: DeploymentScope): void {
  if (resourceGroup === undefined) return
  if (world.store.resourceGroups.get(keyOf(groupId(subscriptionId, resourceGroup)))) return
  throw refuse(faults.resourceGroupNotFound(resourceGroup))
}

function demandName(name: string): void {
  if (name.length > 64) throw refuse(deploymentFaults.nameTooLong(name))
  if (/[^-\w._()]/.test(name)) throw refuse(deploymentFaults.nameCharacters(name))
}
