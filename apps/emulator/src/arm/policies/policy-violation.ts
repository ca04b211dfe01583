import type { StoredResource } from '../../kernel/entities/resources.ts'
import { isObject } from '../core/parse-body.ts'
import { refuse, type Refusal } from '../core/refusal.ts'
import { scopeOfAssignment } from './find-policy.ts'
import type { PolicyDefinition, PolicySetDefinition } from './policy-types.ts'
import { text } from './rule-expression.ts'

export interface Violation {
  assignment: StoredResource
  definition: PolicyDefinition
  set?: PolicySetDefinition
  referenceId?: string
}

/**
 * The 403 of a denied write. The first text was seen in microsoft/vscode-apimanagement#348, the one with reasons in
 * Azure-Samples/azuresandbox#196.
 */
export function policyViolation(name: string, violations: readonly Violation[]): Refusal {
  const reasons = violations.flatMap(({ assignment, referenceId }) => messagesOf(assignment, referenceId))
  const identifiers = JSON.stringify(violations.map(identifiersOf))
  const message =
    reasons.length > 0
      ? `Resource '${name}' was disallowed by policy. Reasons: '${reasons.join("','")}'. See error details for policy resource IDs.`
      : `Resource '${name}' was disallowed by policy. Policy identifiers: '${identifiers}'.`
  return refuse(
    { status: 403, code: 'RequestDisallowedByPolicy', message },
    {
      target: name,
      additionalInfo: violations.map((info) => ({ type: 'PolicyViolation', info: infoOf(info) })),
    },
  )
}

function displayNameOf({ name, properties }: StoredResource): string {
  return text(properties.displayName) || name
}

function identifiersOf({ assignment, definition, set }: Violation): Record<string, unknown> {
  return {
    policyAssignment: { name: displayNameOf(assignment), id: assignment.id },
    policyDefinition: { name: definition.properties.displayName, id: definition.id },
    ...(set ? { policySetDefinition: { name: set.properties.displayName, id: set.id } } : {}),
  }
}

function infoOf({ assignment, definition, set, referenceId }: Violation): Record<string, unknown> {
  return {
    policyDefinitionDisplayName: definition.properties.displayName,
    policyDefinitionId: definition.id,
    policyDefinitionName: definition.name,
    policyDefinitionEffect: 'deny',
    ...(set
      ? {
          policySetDefinitionDisplayName: set.properties.displayName,
          policySetDefinitionId: set.id,
          policySetDefinitionName: set.name,
          policyDefinitionReferenceId: referenceId,
        }
      : {}),
    policyAssignmentDisplayName: displayNameOf(assignment),
    policyAssignmentId: assignment.id,
    policyAssignmentName: assignment.name,
    policyAssignmentScope: scopeOfAssignment(assignment),
    policyAssignmentParameters: assignment.properties.parameters ?? {},
    policyExemptionIds: [],
  }
}

function messagesOf({ properties }: StoredResource, referenceId: string | undefined): string[] {
  const { nonComplianceMessages } = properties
  if (!Array.isArray(nonComplianceMessages)) return []
  return nonComplianceMessages.flatMap((entry: unknown) => {
    if (!isObject(entry) || typeof entry.message !== 'string') return []
    const { policyDefinitionReferenceId } = entry
    const isMine = policyDefinitionReferenceId === undefined || policyDefinitionReferenceId === referenceId
    return isMine ? [entry.message] : []
  })
}
