import { useEffect, useMemo, useState } from 'react'
import type { Scope, Tenant } from './scope.ts'
import { scopeOf, type CaseNames } from './scope-of.ts'
import { finish, finishWithPauses } from '../../lib/slices.ts'

/** A tenant of this size is looked through before the page is drawn. */
const mostAtOnce = 2000

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * What a case is compared with; null until a large tenant was looked through, while the page goes on. When the tenant changes, what
 * was found in it before stays until then. `names` keeps its identity for as long as it says the same.
 */
export function useScope(tenant: Tenant, names: CaseNames): Scope | null {
  const isSmall = tenant.trusts.length <= mostAtOnce
  const atOnce = useMemo(() => (isSmall ? finish(scopeOf(tenant, names)) : null), [isSmall, tenant, names])
  const [found, setFound] = useState<{ readonly names: CaseNames; readonly scope: Scope } | null>(null)
  useEffect(() => {
    if (isSmall) return undefined
    const given = new AbortController()
    const pace = { pause, clock: () => performance.now(), signal: given.signal }
    async function look() {
      await pause()
      const scope = await finishWithPauses(scopeOf(tenant, names), pace)
      if (scope !== null && !given.signal.aborted) setFound({ names, scope })
    }
    void look()
    return () => given.abort()
  }, [isSmall, tenant, names])
  return atOnce ?? (found?.names === names ? found.scope : null)
}
