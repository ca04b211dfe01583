import { skipToken, useQuery } from '@tanstack/react-query'
import type { DirectoryPrincipal } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { directoryNamesQuery } from '../api/directory-queries.ts'

/** What to call people and groups, by object ID in lower case; who is not told is not in it. */
export type PrincipalNames = ReadonlyMap<string, string>

const objectId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Names of those whose object IDs these are; other texts are passed over. */
export function usePrincipalNames(ids: readonly string[]): PrincipalNames {
  const wanted = ids.filter((id) => objectId.test(id))
  const query = directoryNamesQuery(wanted)
  const { data } = useQuery(wanted.length === 0 ? { ...query, queryFn: skipToken } : query)
  return useMemo(() => principalNames(data ?? []), [data])
}

/** `Dana Dev (dana@contoso.com)`, `Release managers (group)`. */
export function principalNames(principals: readonly DirectoryPrincipal[]): PrincipalNames {
  return new Map(
    principals.flatMap(({ displayName, kind, objectId: id, username }) => {
      const name = displayName || username
      if (name === null || name === '') return []
      const detail = kind === 'group' ? 'group' : username !== name ? username : null
      return [[id.toLowerCase(), detail === null ? name : `${name} (${detail})`] as const]
    }),
  )
}

/** The name, or the object ID where nobody told one. */
export function namedAs(names: PrincipalNames, id: string): string {
  return names.get(id.trim().toLowerCase()) ?? id
}
