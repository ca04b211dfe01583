import type { GraphCall } from './graph-call.ts'

/** `Prefer: create-if-missing`: a PATCH by an alternate key may create. https://learn.microsoft.com/graph/api/application-upsert */
export function createIfMissing({ request }: GraphCall): boolean {
  const preferences = request.headers.prefer?.split(',') ?? []
  return preferences.some((preference) => preference.trim().toLowerCase() === 'create-if-missing')
}
