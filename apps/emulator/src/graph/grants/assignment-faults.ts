import type { GraphFault } from '../core/refusal.ts'

/** What Graph says to an app role assignment. Texts marked (u) were not seen in a published source. */
export const assignmentFaults = {
  alreadyAssigned: (): GraphFault => bad('Permission being assigned already exists on the object'),
  unknownRole: (): GraphFault => bad('Permission being assigned was not found on application'),
  /** (u) */
  otherPrincipal: (): GraphFault =>
    bad('The principalId or resourceId does not match the object in the request address.'),
} as const

function bad(message: string): GraphFault {
  return { status: 400, code: 'Request_BadRequest', message }
}
