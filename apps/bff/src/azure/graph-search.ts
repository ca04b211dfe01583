import { ClientId } from '@trustwright/shared-schemas'
import type { ApplicationQuery } from '../directory-port.ts'
import { eventual, quoted, type GraphRequest } from './graph-client.ts'
import { applicationFields } from './graph-shapes.ts'

/**
 * A search for applications: by ID where the text is one, else by name. `$search` finds any word of a name, but Graph
 * offers it on applications only, so among the owned ones a name is found by its beginning.
 * https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function searchRequest({ of, search, cursor, limit }: ApplicationQuery): GraphRequest {
  const text = search.trim()
  return {
    path: of === 'mine' ? '/v1.0/me/ownedObjects/microsoft.graph.application' : '/v1.0/applications',
    headers: eventual,
    query: {
      $select: applicationFields,
      $count: 'true',
      $top: String(limit),
      ...(text !== '' && condition(of, text)),
      ...(text === '' && { $orderby: 'displayName' }),
      ...(cursor !== undefined && { $skiptoken: cursor }),
    },
  }
}

function condition(of: ApplicationQuery['of'], text: string): Record<string, string> {
  if (ClientId.safeParse(text).success) return { $filter: `appId eq ${quoted(text)}` }
  if (of === 'mine') return { $filter: `startswith(displayName,${quoted(text)})` }
  return { $search: `"displayName:${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` }
}
