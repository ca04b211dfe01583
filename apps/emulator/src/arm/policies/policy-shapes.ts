import type { StoredResource } from '../../kernel/entities/resources.ts'
import { scopeOfAssignment } from './find-policy.ts'
import {
  assignmentType,
  definitionType,
  setDefinitionType,
  type PolicyDefinition,
  type PolicySetDefinition,
} from './policy-types.ts'

/** Source: https://learn.microsoft.com/rest/api/policy/policy-definitions/get */
export function definitionShape(found: PolicyDefinition | PolicySetDefinition): Record<string, unknown> {
  const { id, name, properties } = found
  const type = 'policyRule' in properties ? definitionType : setDefinitionType
  return { properties, id, type, name }
}

/** Source: https://learn.microsoft.com/rest/api/policy/policy-assignments/get */
export function assignmentShape(assignment: StoredResource): Record<string, unknown> {
  const { id, name, location, properties, extra } = assignment
  return {
    ...extra,
    ...(location === null ? {} : { location }),
    properties: { ...properties, scope: scopeOfAssignment(assignment) },
    id,
    type: assignmentType,
    name,
  }
}
