import { faults } from './faults.ts'
import { graphOperation } from './graph-operation.ts'
import { knownSegments } from './known-segments.ts'
import { refuse } from './refusal.ts'

/** Relations that these types have and that are not built here: 501. Another name after an object is no segment of Graph's. */
const relations: Readonly<Record<string, readonly string[]>> = {
  applications: [
    'addKey',
    'removeKey',
    'appManagementPolicies',
    'createdOnBehalfOf',
    'delta',
    'extensionProperties',
    'federatedIdentityCredentials',
    'homeRealmDiscoveryPolicies',
    'logo',
    'owners',
    'restore',
    'setVerifiedPublisher',
    'synchronization',
    'tokenIssuancePolicies',
    'tokenLifetimePolicies',
    'unsetVerifiedPublisher',
    'addPassword',
    'removePassword',
    'checkMemberGroups',
    'getMemberGroups',
    'checkMemberObjects',
    'getMemberObjects',
  ],
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Whatever no other operation of Graph answers. */
export const refuseUnknown = methods.flatMap((method) =>
  graphOperation({
    id: 'graph/refuse-unknown',
    method,
    path: '/{rest*}',
    summary: "Every other path: refused in Graph's words when Graph has no such segment, else 501",
    source: 'https://learn.microsoft.com/graph/errors',
    permissions: 'anyone',
    quota: 'none',
    handle: ({ request }) => {
      const segments = (request.params.rest ?? '').split('/')
      const [first = '', , third] = segments.map((segment) => segment.replace(/\(.*$/, ''))
      if (!has(knownSegments, first)) throw refuse(faults.unknownSegment(first))
      const known = relations[first.toLowerCase()]
      if (
        known &&
        third &&
        !third.startsWith('$') &&
        !third.startsWith('microsoft.graph') &&
        !has(known, third)
      ) {
        throw refuse(faults.unknownSegment(third))
      }
      throw refuse(faults.notEmulated(`${method} of Graph's ${request.path}`))
    },
  }),
)

function has(names: readonly string[], name: string): boolean {
  return names.some((known) => known.toLowerCase() === name.toLowerCase())
}
