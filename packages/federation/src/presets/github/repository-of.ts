import type { FieldValues } from '../../model/preset.ts'

/** Names, and IDs where the subject holds them. */
export function repositoryOf(parts: Readonly<Record<string, string | undefined>>): FieldValues {
  const withIds = parts['ownerId'] !== undefined
  return {
    owner: parts['owner'],
    repository: parts['repository'],
    identifiers: withIds ? 'ids' : 'names',
    ...(withIds ? { ownerId: parts['ownerId'], repositoryId: parts['repositoryId'] } : {}),
  }
}
