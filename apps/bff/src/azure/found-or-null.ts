import { PortalError } from '../errors.ts'

/**
 * Null where Azure says that exactly this is missing. Another 404, as that of the subscription or the group above it,
 * is thrown on: `codes` names those that count.
 */
export async function foundOrNull<T>(reading: Promise<T>, ...codes: string[]): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    const code = error instanceof PortalError && error.code === 'NOT_FOUND' && error.extras.upstream?.code
    if (typeof code === 'string' && codes.includes(code)) return null
    throw error
  }
}
