import type { StoredResource } from '../../kernel/entities/resources.ts'
import { ownValue } from '../../kernel/own-value.ts'
import type { World } from '../../kernel/world.ts'
import { optionalObject, optionalString, wrongType, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { valuesGiven } from './demand-allowed.ts'
import { findDefinition, findSet } from './find-policy.ts'
import { policyFaults } from './policy-faults.ts'
import type { PolicyParameter } from './policy-types.ts'
import { looselyEqual } from './rule-expression.ts'

type Fields = Pick<StoredResource, 'location' | 'properties' | 'extra'>

/**
 * Reads the body of a PUT of a policy assignment; its parameters are held against those of the definition or initiative.
 * Source: https://learn.microsoft.com/rest/api/policy/policy-assignments/create
 */
export function readAssignment(body: JsonObject, name: string, world: World): Fields {
  const given = optionalObject(body, 'properties') ?? {}
  const policyDefinitionId = optionalString(given, 'policyDefinitionId')
  if (!policyDefinitionId) {
    const what = 'The policy assignment create request is missing the policy definition id.'
    throw refuse(policyFaults.incomplete('InvalidCreatePolicyAssignmentRequest', what))
  }
  const found = findDefinition(world, policyDefinitionId) ?? findSet(world, policyDefinitionId)
  if (!found) throw refuse(policyFaults.definitionMissing(policyDefinitionId))
  const parameters = optionalObject(given, 'parameters') ?? {}
  demandParameters(name, valuesGiven(parameters), found)
  const enforcementMode = optionalString(given, 'enforcementMode') ?? 'Default'
  if (enforcementMode !== 'Default' && enforcementMode !== 'DoNotEnforce') {
    throw wrongType('properties.enforcementMode', "'Default' or 'DoNotEnforce'")
  }
  const { displayName, description, notScopes, metadata, nonComplianceMessages } = given
  return {
    location: optionalString(body, 'location') ?? null,
    properties: {
      ...(displayName === undefined ? {} : { displayName }),
      ...(description === undefined ? {} : { description }),
      policyDefinitionId,
      parameters,
      notScopes: notScopes ?? [],
      enforcementMode,
      metadata: metadata ?? {},
      ...(nonComplianceMessages === undefined ? {} : { nonComplianceMessages }),
    },
    extra: body.identity === undefined ? {} : { identity: body.identity },
  }
}

function demandParameters(
  name: string,
  values: Record<string, unknown>,
  found: { name: string; properties: { parameters: Record<string, PolicyParameter> } },
): void {
  const known = Object.entries(found.properties.parameters)
  const named = (wanted: string) => known.find(([other]) => other.toLowerCase() === wanted.toLowerCase())
  const unknown = Object.keys(values).filter((wanted) => !named(wanted))
  if (unknown.length > 0) throw refuse(policyFaults.parameterUndefined(name, unknown.join(','), found.name))
  const given = Object.keys(values).map((wanted) => wanted.toLowerCase())
  const missing = known.filter(
    ([wanted, { defaultValue }]) => defaultValue === undefined && !given.includes(wanted.toLowerCase()),
  )
  if (missing.length > 0) {
    throw refuse(policyFaults.parameterMissing(name, missing.map(([wanted]) => wanted).join(','), found.name))
  }
  for (const [wanted, value] of Object.entries(values)) {
    const parameter = named(wanted)?.[1]
    if (parameter) demandValue(name, wanted, value, parameter, found.name)
  }
}

const typeTests: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  array: Array.isArray,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
}

function demandValue(
  name: string,
  wanted: string,
  value: unknown,
  { type, allowedValues }: PolicyParameter,
  definition: string,
): void {
  const fits = ownValue(typeTests, type.toLowerCase())
  if (fits && !fits(value)) throw refuse(policyFaults.parameterType(name, wanted, type))
  if (!allowedValues || allowedValues.some((allowed) => looselyEqual(allowed, value))) return
  throw refuse(policyFaults.parameterValue(String(value), wanted, definition, allowedValues.join(', ')))
}
