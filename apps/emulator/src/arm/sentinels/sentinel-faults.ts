import { refuse, type Refusal } from '../core/refusal.ts'

const policyAssignment =
  '/providers/Microsoft.Management/managementGroups/contoso/providers/Microsoft.Authorization/policyAssignments/trusted-issuers'
const policyDefinition =
  '/providers/Microsoft.Authorization/policyDefinitions/2571b7c3-3056-4a61-b00a-9bc5232234f5'
const policyName = 'Managed Identity Federated Credentials should be from allowed issuer types'

/** Failures of Azure that only a sentinel name brings about. Texts were not seen in a published source. */
export const sentinelFaults = {
  throttled: (retryAfterSeconds: number): Refusal =>
    refuse(
      {
        status: 429,
        code: 'TooManyRequests',
        message: `The request is being throttled. Retry after ${retryAfterSeconds} seconds.`,
      },
      { headers: { 'retry-after': String(retryAfterSeconds) } },
    ),
  broken: (): Refusal =>
    refuse({
      status: 500,
      code: 'InternalServerError',
      message: 'Encountered internal server error.',
    }),
  signedOut: (): Refusal =>
    refuse(
      { status: 401, code: 'InvalidAuthenticationToken', message: 'The access token is invalid.' },
      {
        headers: {
          'www-authenticate':
            'Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token", error_description="The access token is invalid."',
        },
      },
    ),
  policy: (name: string): Refusal =>
    refuse(
      {
        status: 403,
        code: 'RequestDisallowedByPolicy',
        message: `Resource '${name}' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"${policyName}","id":"${policyAssignment}"},"policyDefinition":{"name":"${policyName}","id":"${policyDefinition}"}}]'.`,
      },
      {
        target: name,
        additionalInfo: [
          {
            type: 'PolicyViolation',
            info: {
              policyDefinitionDisplayName: policyName,
              policyAssignmentDisplayName: policyName,
              policyAssignmentId: policyAssignment,
              policyDefinitionId: policyDefinition,
            },
          },
        ],
      },
    ),
} as const
