import type { PolicyParameter, PolicySetDefinition } from './policy-types.ts'

const definitions = '/providers/Microsoft.Authorization/policyDefinitions'

/** Parameters of each definition, by the name the initiative gives them. */
const members: Record<string, Record<string, string>> = {
  '2571b7c3-3056-4a61-b00a-9bc5232234f5': {
    allowFederatedCredentials: 'allowFederatedCredentials',
    allowAKS: 'allowAKS',
    allowGitHub: 'allowGitHub',
    allowAWS: 'allowAWS',
    allowGCS: 'allowGCS',
    allowedIssuerExceptions: 'allowedIssuerExceptions',
    effect: 'effect',
  },
  'ae62c456-33de-4dc8-b100-7ce9028a7d99': {
    allowedTenants: 'allowedAKSTenants',
    allowedLocations: 'allowedAKSLocations',
    allowedClusterExceptions: 'allowedAKSClusterExceptions',
    effect: 'effect',
  },
  'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f': {
    allowedRepoOwners: 'allowedGitHubRepoOwners',
    allowedRepoExceptions: 'allowedGitHubRepoExceptions',
    effect: 'effect',
  },
}

/**
 * The initiative over the three definitions about federated identity credentials.
 * Source: https://github.com/Azure/azure-policy (built-in-policies/policySetDefinitions/Managed Identity).
 */
export const builtInSets: readonly PolicySetDefinition[] = [
  {
    id: '/providers/Microsoft.Authorization/policySetDefinitions/5e4ee281-95a3-442a-bb2a-5ef68cf5181a',
    name: '5e4ee281-95a3-442a-bb2a-5ef68cf5181a',
    properties: {
      displayName:
        '[Preview]: Managed Identity Federated Credentials should be of approved types from approved federation sources',
      policyType: 'BuiltIn',
      description:
        'Blocks federated identity credentials, or limits them to issuer types and approved sources.',
      metadata: { version: '1.0.0-preview', category: 'Managed Identity', preview: true },
      version: '1.0.0-preview',
      parameters: parametersOfSet(),
      policyDefinitions: Object.entries(members).map(([name, parameters]) => ({
        policyDefinitionReferenceId: name,
        policyDefinitionId: `${definitions}/${name}`,
        parameters: Object.fromEntries(
          Object.entries(parameters).map(([inner, outer]) => [inner, { value: `[parameters('${outer}')]` }]),
        ),
      })),
    },
  },
]

function parametersOfSet(): Record<string, PolicyParameter> {
  const names = new Set(Object.values(members).flatMap((parameters) => Object.values(parameters)))
  return Object.fromEntries([...names].map((name) => [name, parameterOf(name)]))
}

function parameterOf(name: string): PolicyParameter {
  if (name === 'effect') {
    return { type: 'string', allowedValues: ['Audit', 'Disabled', 'Deny'], defaultValue: 'Audit' }
  }
  return name.startsWith('allowed')
    ? { type: 'array', defaultValue: [] }
    : { type: 'boolean', defaultValue: false }
}
