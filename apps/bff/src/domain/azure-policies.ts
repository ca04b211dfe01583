import type { AssignedPolicy } from '@trustwright/federation'
import type { StoredPolicyAssignment } from '../ports.ts'

/** “Not allowed resource types”; the others only audit unless their assignment says otherwise. */
const deniesByDefault = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
/** Three definitions about trusts, and the initiative of them. */
const aboutTrusts = [
  '2571b7c3-3056-4a61-b00a-9bc5232234f5',
  'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f',
  'ae62c456-33de-4dc8-b100-7ce9028a7d99',
  '5e4ee281-95a3-442a-bb2a-5ef68cf5181a',
]

/** Whether the portal knows what this definition of Microsoft’s says of trusts. Any other may say something as well. */
export function isPolicyOnTrusts(definitionId: string): boolean {
  return [deniesByDefault, ...aboutTrusts].some((id) => definitionId.toLowerCase().endsWith(id))
}

/** With the effect that the assignment has, not only the one that it was given. */
export function toAssignedPolicy({
  definitionId,
  displayName,
  isEnforced,
  parameters,
}: StoredPolicyAssignment): Required<AssignedPolicy> {
  const given = parameters['effect']
  const usual = definitionId.toLowerCase().endsWith(deniesByDefault) ? 'Deny' : 'Audit'
  const effect = typeof given === 'string' ? given : usual
  const isDenial = effect.toLowerCase() === 'deny'
  return { id: definitionId, displayName, effect: isDenial && !isEnforced ? 'Audit' : effect, parameters }
}

/** Whether a resource, named by its ID in lower case, is the scope or lies below it. */
export function isAtOrBelow(resourceId: string, scope: string): boolean {
  const above = scope.toLowerCase().replace(/\/$/, '')
  return resourceId === above || resourceId.startsWith(`${above}/`)
}
