import type { ArmCall } from '../core/arm-operation.ts'

/** Built-in ones are read at the tenant and at a subscription. */
export const definitionPrefixes = ['', '/subscriptions/{subscriptionId}'] as const

/** Id and name of the definition or initiative in the path. */
export function definitionInPath(
  { params }: ArmCall,
  type: string,
): { id: string; name: string; scope: string } {
  const { subscriptionId, definition: name = '' } = params
  const scope = subscriptionId === undefined ? '' : `/subscriptions/${subscriptionId}`
  return { id: `${scope}/providers/${type}/${name}`, name, scope }
}
