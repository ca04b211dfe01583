import type { PolicyDefinition, PolicyParameter } from './policy-types.ts'

const credentialType = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'
const issuerField = `${credentialType}/issuer`
const issuer = `field('${issuerField}')`
const subject = `field('${credentialType}/subject')`
const github = 'https://token.actions.githubusercontent.com'
const aksHost = '*.oic.prod-aks.azure.com'

/** The part of a text at an index, or nothing when it has too few. */
function partOf(value: string, separator: string, index: number): string {
  return `if(greaterOrEquals(length(split(${value}, '${separator}')), ${index + 1}), split(${value}, '${separator}')[${index}], '')`
}

const issuerHost = partOf(issuer, '/', 2)
const repository = partOf(subject, ':', 1)
/** Microsoft's rule counts the pieces of the issuer here where it means the subject. */
const countedRepository = `if(greaterOrEquals(length(split(${subject}, ':')), 2), split(${issuer}, ':')[1], '')`

/** The text between the first `:` and the first `/` of the subject: with immutable subjects, `owner@id`. */
const owner = `if(greaterOrEquals(length(split(${countedRepository}, '/')), 2), split(${repository}, '/')[0], '')`

const isCredential = { field: 'type', equals: credentialType }
const isAks = { value: `[${issuerHost}]`, like: aksHost }
const isIssuer = (equals: string) => ({ field: issuerField, equals })
const isOff = (parameter: string) => ({ value: `[parameters('${parameter}')]`, equals: false })
const isEmpty = (parameter: string) => ({ count: { value: `[parameters('${parameter}')]` }, equals: 0 })
const isAllowed = (value: string, parameter: string) => ({
  value: `[${value}]`,
  in: `[parameters('${parameter}')]`,
})

const effect: PolicyParameter = {
  type: 'String',
  metadata: { displayName: 'Effect', description: 'Enable or disable the execution of the policy.' },
  allowedValues: ['Audit', 'Disabled', 'Deny'],
  defaultValue: 'Audit',
}

function list(displayName: string, isOptional = true): PolicyParameter {
  return { type: 'Array', metadata: { displayName }, ...(isOptional ? { defaultValue: [] } : {}) }
}

function flag(displayName: string): PolicyParameter {
  return { type: 'Boolean', metadata: { displayName }, defaultValue: false }
}

const wellKnown = [
  { test: isAks, parameter: 'allowAKS' },
  { test: isIssuer(github), parameter: 'allowGitHub' },
  { test: isIssuer('https://cognito-identity.amazonaws.com'), parameter: 'allowAWS' },
  { test: isIssuer('https://accounts.google.com'), parameter: 'allowGCS' },
]

/**
 * The built-in definitions that judge federated identity credentials, with Microsoft's ids, parameters and rules.
 * Source: https://github.com/Azure/azure-policy (built-in-policies/policyDefinitions/Managed Identity and General).
 */
export const builtInDefinitions: readonly PolicyDefinition[] = [
  preview('2571b7c3-3056-4a61-b00a-9bc5232234f5', '1.0.0-preview', {
    displayName: 'Managed Identity Federated Credentials should be from allowed issuer types',
    description: 'Limits whether managed identities can have federated credentials, and of which issuers.',
    parameters: {
      allowFederatedCredentials: flag('Allow Federated Credentials'),
      allowAKS: flag('Allow AKS'),
      allowGitHub: flag('Allow GitHub'),
      allowAWS: flag('Allow AWS'),
      allowGCS: flag('Allow GCS'),
      allowedIssuerExceptions: list('Allowed Exception Issuers'),
      effect,
    },
    rule: {
      anyOf: [
        isOff('allowFederatedCredentials'),
        ...wellKnown.map(({ test, parameter }) => ({ allOf: [test, isOff(parameter)] })),
        {
          allOf: [
            { not: { anyOf: wellKnown.map(({ test }) => test) } },
            { not: { field: issuerField, in: "[parameters('allowedIssuerExceptions')]" } },
          ],
        },
      ],
    },
  }),
  preview('fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f', '1.0.1-preview', {
    displayName:
      'Managed Identity Federated Credentials from GitHub should be from trusted repository owners',
    description: 'Limits federation with GitHub repositories to approved owners.',
    parameters: {
      allowedRepoOwners: list('Allowed Repo Owners', false),
      allowedRepoExceptions: list('Allowed Repo Exception'),
      effect,
    },
    rule: {
      allOf: [
        isIssuer(github),
        {
          not: {
            anyOf: [
              {
                anyOf: [isEmpty('allowedRepoOwners'), isAllowed(owner, 'allowedRepoOwners')],
              },
              isAllowed(repository, 'allowedRepoExceptions'),
            ],
          },
        },
      ],
    },
  }),
  preview('ae62c456-33de-4dc8-b100-7ce9028a7d99', '1.0.0-preview', {
    displayName:
      'Managed Identity Federated Credentials from Azure Kubernetes should be from trusted sources',
    description:
      'Limits federation with Azure Kubernetes clusters to approved tenants, regions and clusters.',
    parameters: {
      allowedTenants: list('Allowed tenants', false),
      allowedLocations: list('Allowed locations'),
      allowedClusterExceptions: list('Allowed Exception Clusters'),
      effect,
    },
    rule: {
      allOf: [
        isAks,
        {
          not: {
            anyOf: [
              {
                allOf: [
                  {
                    anyOf: [
                      isEmpty('allowedLocations'),
                      isAllowed(partOf(issuerHost, '.', 0), 'allowedLocations'),
                    ],
                  },
                  {
                    anyOf: [isEmpty('allowedTenants'), isAllowed(partOf(issuer, '/', 3), 'allowedTenants')],
                  },
                ],
              },
              isAllowed(partOf(issuer, '/', 4), 'allowedClusterExceptions'),
            ],
          },
        },
      ],
    },
  }),
  {
    id: '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749',
    name: '6c112d4e-5bc7-47ae-a041-ea2d9dccd749',
    properties: {
      displayName: 'Not allowed resource types',
      policyType: 'BuiltIn',
      mode: 'All',
      description: 'Restricts which resource types can be deployed.',
      metadata: { version: '2.0.0', category: 'General' },
      version: '2.0.0',
      parameters: {
        listOfResourceTypesNotAllowed: list('Not allowed resource types', false),
        effect: { ...effect, defaultValue: 'Deny' },
      },
      policyRule: ruleOf({
        allOf: [
          { field: 'type', in: "[parameters('listOfResourceTypesNotAllowed')]" },
          { value: "[field('type')]", exists: true },
        ],
      }),
    },
  },
]

function preview(
  name: string,
  version: string,
  fields: {
    displayName: string
    description: string
    parameters: Record<string, PolicyParameter>
    rule: unknown
  },
): PolicyDefinition {
  const { displayName, description, parameters, rule } = fields
  return {
    id: `/providers/Microsoft.Authorization/policyDefinitions/${name}`,
    name,
    properties: {
      displayName: `[Preview]: ${displayName}`,
      policyType: 'BuiltIn',
      mode: 'All',
      description,
      metadata: { version, category: 'Managed Identity', preview: true },
      version,
      parameters,
      policyRule: ruleOf({ allOf: [isCredential, rule] }),
    },
  }
}

function ruleOf(condition: unknown): PolicyDefinition['properties']['policyRule'] {
  // oxlint-disable-next-line unicorn/no-thenable -- Azure Policy names the member so; nothing awaits a rule.
  return { if: condition, then: { effect: "[parameters('effect')]" } }
}
