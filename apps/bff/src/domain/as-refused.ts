import { PortalError } from '../errors.ts'

/** An error that concerns one place of many. Those of the person's session, and of the portal, are thrown on. */
export function asRefused(error: unknown): PortalError {
  if (error instanceof PortalError && error.code !== 'SESSION_ENDED' && error.code !== 'STEP_UP_REQUIRED') {
    return error
  }
  throw error
}
