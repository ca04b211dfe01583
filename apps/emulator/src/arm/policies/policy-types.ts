import type { JsonObject } from '../core/parse-body.ts'

export const definitionType = 'Microsoft.Authorization/policyDefinitions'
export const setDefinitionType = 'Microsoft.Authorization/policySetDefinitions'
export const assignmentType = 'Microsoft.Authorization/policyAssignments'

/** One parameter of a definition or initiative. */
export interface PolicyParameter {
  type: string
  metadata?: JsonObject
  allowedValues?: readonly unknown[]
  defaultValue?: unknown
}

/** A policy definition, built-in or custom. */
export interface PolicyDefinition {
  id: string
  name: string
  properties: {
    displayName: string
    policyType: 'BuiltIn' | 'Custom'
    mode: string
    description: string
    metadata: JsonObject
    version?: string
    parameters: Record<string, PolicyParameter>
    policyRule: { if: unknown; then: { effect: string } }
  }
}

/** An initiative: several definitions assigned together. */
export interface PolicySetDefinition {
  id: string
  name: string
  properties: {
    displayName: string
    policyType: 'BuiltIn' | 'Custom'
    description: string
    metadata: JsonObject
    version?: string
    parameters: Record<string, PolicyParameter>
    policyDefinitions: PolicyReference[]
  }
}

export interface PolicyReference {
  policyDefinitionReferenceId: string
  policyDefinitionId: string
  parameters: Record<string, { value: unknown }>
}
