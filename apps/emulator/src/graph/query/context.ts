import type { GraphCall } from '../core/graph-call.ts'
import type { Expansion } from './expand.ts'
import type { Selection } from './select.ts'

/** `@odata.context`: `set` is what follows `$metadata#`; one object's ends in `/$entity`. */
export function contextOf(
  { request, version }: GraphCall,
  set: string,
  selection: Selection,
  expansions: readonly Expansion[] = [],
): string {
  const parts = [
    ...(selection ?? []),
    ...expansions.map(({ navigation, select }) => `${navigation}(${select ?? ''})`),
  ]
  const [, before = set, entity = ''] = /^(.*?)(\/\$entity)?$/.exec(set) ?? []
  const chosen = parts.length > 0 ? `(${parts.join(',')})` : ''
  return `${request.origin}/${version}/$metadata#${before}${chosen}${entity}`
}
