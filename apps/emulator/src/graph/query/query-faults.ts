import type { GraphFault } from '../core/refusal.ts'

const moreInformation = 'Refer to https://aka.ms/graph-docs/advanced-queries for more information'

/** Alternatives in one filter without advanced parameters. https://developer.microsoft.com/graph/known-issues/?search=13635 */
export const mostClauses = 15

/**
 * What Graph says to a query it does not take. Texts marked (u) were not seen in a published source.
 * Source: https://learn.microsoft.com/graph/aad-advanced-queries#error-handling-for-advanced-queries-on-directory-objects
 */
export const queryFaults = {
  unsupportedFilter: (property: string, resource: string): GraphFault =>
    unsupported(
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`,
    ),
  advancedOnly: (operator: string): GraphFault =>
    unsupported(
      `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. ${moreInformation}`,
    ),
  /** (u) */
  advancedProperty: (property: string): GraphFault =>
    unsupported(
      `Filter on property '${property}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. ${moreInformation}`,
    ),
  tooManyClauses: (count: number): GraphFault =>
    unsupported(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${mostClauses}.`,
    ),
  /** OData's own words; which limit Graph sets is not published (u). */
  tooManyNodes: (most: number): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Invalid filter clause: The node count limit of '${most}' has been exceeded.`,
  }),
  optionTwice: (name: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Query option '${name}' was specified more than once, but it must be specified at most once.`,
  }),
  searchNeedsHeader: (): GraphFault =>
    unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    ),
  countNeedsHeader: (): GraphFault => bad('$count is not currently supported.'),
  sorting: (): GraphFault => unsupported('Sorting not supported for current query.'),
  /** (u) */
  badFilter: (detail: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Invalid filter clause: ${detail}`,
  }),
  /** (u) */
  badSearch: (text: string): GraphFault => bad(`Invalid search clause: '${text}'.`),
  unknownSelect: (property: string, type: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Parsing OData Select and Expand failed: Could not find a property named '${property}' on type 'microsoft.graph.${type}'.`,
  }),
  unknownProperty: (property: string, type: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Could not find a property named '${property}' on type 'microsoft.graph.${type}'.`,
  }),
  /** (u) */
  badExpand: (text: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Parsing OData Select and Expand failed: Syntax error at position ${text.length} in '${text}'.`,
  }),
  /** (u) */
  unknownOption: (name: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `The query parameter '${name}' is not supported.`,
  }),
  notServed: (name: string): GraphFault => bad(`'${name}' is not supported by the service.`),
  pageSize: (text: string, most: number): GraphFault =>
    bad(`Invalid page size specified: '${text}'. Must be between 1 and ${most} inclusive.`),
  /** (u) */
  badCount: (text: string): GraphFault => ({
    status: 400,
    code: 'BadRequest',
    message: `Invalid value '${text}' for $count query option found. The $count query option requires an value of 'true' or 'false'.`,
  }),
  pageToken: (): GraphFault => ({
    status: 400,
    code: 'Directory_ExpiredPageToken',
    message: 'The specified page token value has expired and can no longer be included in your request.',
  }),
} as const

function unsupported(message: string): GraphFault {
  return { status: 400, code: 'Request_UnsupportedQuery', message }
}

function bad(message: string): GraphFault {
  return { status: 400, code: 'Request_BadRequest', message }
}
