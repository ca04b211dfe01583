/** Cause of a PortalError: a write whose answer was lost, and which could not be settled by reading again. */
export class UnsettledWrite extends Error {
  override readonly name = 'UnsettledWrite'

  constructor(cause: unknown) {
    super('The answer to a write was lost, and reading again did not settle it', { cause })
  }
}
