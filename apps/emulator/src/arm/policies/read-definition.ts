import type { StoredResource } from '../../kernel/entities/resources.ts'
import { faults } from '../core/faults.ts'
import { isObject, optionalObject, optionalString, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { policyFaults } from './policy-faults.ts'
import { ruleHolds } from './policy-rule.ts'
import { UnknownRule } from './rule-expression.ts'

type Properties = StoredResource['properties']

/**
 * Reads the body of a PUT of a custom definition. A rule whose words are not imitated is refused with 501 here, rather
 * than ignored when it should judge.
 * Source: https://learn.microsoft.com/rest/api/policy/policy-definitions/create-or-update
 */
export function readDefinition(body: JsonObject): Properties {
  const given = optionalObject(body, 'properties') ?? {}
  const policyRule = optionalObject(given, 'policyRule')
  const then = policyRule && optionalObject(policyRule, 'then')
  if (!policyRule || !isObject(policyRule.if) || typeof then?.effect !== 'string') {
    const what = "The policy definition's rule has to have 'if' and 'then' with an effect."
    throw refuse(policyFaults.incomplete('InvalidPolicyRule', what))
  }
  demandImitated(policyRule.if)
  return {
    ...common(given),
    mode: optionalString(given, 'mode') ?? 'Indexed',
    policyRule,
  }
}

/** Reads the body of a PUT of a custom initiative. */
export function readSetDefinition(body: JsonObject): Properties {
  const given = optionalObject(body, 'properties') ?? {}
  const { policyDefinitions } = given
  if (!Array.isArray(policyDefinitions) || policyDefinitions.length === 0) {
    const what = 'The policy set definition has to name policy definitions.'
    throw refuse(policyFaults.incomplete('InvalidPolicySetDefinitionRequest', what))
  }
  return {
    ...common(given),
    policyDefinitions: policyDefinitions.map((reference: unknown, index) => {
      if (!isObject(reference) || typeof reference.policyDefinitionId !== 'string') {
        const what = 'Each member of a policy set definition has to have a policyDefinitionId.'
        throw refuse(policyFaults.incomplete('InvalidPolicySetDefinitionRequest', what))
      }
      return {
        policyDefinitionReferenceId:
          optionalString(reference, 'policyDefinitionReferenceId') ?? String(index + 1),
        policyDefinitionId: reference.policyDefinitionId,
        parameters: optionalObject(reference, 'parameters') ?? {},
      }
    }),
  }
}

function common(given: JsonObject): Properties {
  return {
    displayName: optionalString(given, 'displayName') ?? '',
    policyType: 'Custom',
    description: optionalString(given, 'description') ?? '',
    metadata: optionalObject(given, 'metadata') ?? {},
    parameters: optionalObject(given, 'parameters') ?? {},
  }
}

function demandImitated(condition: JsonObject): void {
  try {
    // Every word of the rule is met: nothing is known of the resource, and `allOf` goes on where a part is true.
    for (const part of partsOf(condition))
      ruleHolds(part, { field: () => undefined, parameter: () => undefined })
  } catch (error) {
    if (error instanceof UnknownRule) throw refuse(faults.notEmulated(`${error.message} in a policy rule`))
    throw error
  }
}

/** The conditions without their `allOf`, `anyOf` and `not`. */
function partsOf(condition: unknown): unknown[] {
  if (!isObject(condition)) return [condition]
  const parts = Object.entries(condition).flatMap(([name, value]) => {
    if (Array.isArray(value) && /^(allOf|anyOf)$/i.test(name)) return value as unknown[]
    return name.toLowerCase() === 'not' ? [value] : []
  })
  return parts.length === 0 ? [condition] : parts.flatMap(partsOf)
}
