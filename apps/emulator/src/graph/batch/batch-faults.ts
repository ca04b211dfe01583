import type { GraphFault } from '../core/refusal.ts'

/** What Graph says to a batch as a whole. Texts marked (u) were not seen in a published source. */
export const batchFaults = {
  /** (u) */
  noRequests: (): GraphFault => bad('Invalid batch payload format.'),
  tooMany: (): GraphFault => bad('Number of batch request steps exceeds the maximum value of 20.'),
  malformed: (): GraphFault => bad('Invalid batch payload format.'),
  /** (u) */
  sameId: (id: string): GraphFault => bad(`Request Id ${id} has to be unique in a batch.`),
  /** (u) */
  dependency: (id: string): GraphFault => bad(`Dependency id ${id} is not found among the earlier requests.`),
  /** (u) */
  contentType: (id: string): GraphFault =>
    bad(`Request ${id} has a body: its headers have to name the Content-Type.`),
  /** (u) */
  absoluteUrl: (): GraphFault => bad('The url of a batch request has to be relative to the version.'),
  /** (u) */
  outside: (url: string): GraphFault => bad(`The url '${url}' of a batch request leads outside its version.`),
  /** (u) */
  nested: (): GraphFault => bad('Nested batch requests are not supported.'),
} as const

/** Of a request whose predecessor failed. */
export const failedDependency: GraphFault = {
  status: 424,
  code: 'FailedDependency',
  message: 'Failed Dependency',
}

function bad(message: string): GraphFault {
  return { status: 400, code: 'BadRequest', message }
}
