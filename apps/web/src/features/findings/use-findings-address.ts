import { getRouteApi } from '@tanstack/react-router'
import type { FindingFilter } from '../../api/finding-queries.ts'
import type { FindingsSearch } from '../../search.ts'

const route = getRouteApi('/findings')

/** What the address asks for: groups by rule, or a list of findings. */
export function useFindingsAddress() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { rule, state = 'active', severity, q, of = 'mine' } = search
  const filter: FindingFilter = {
    of,
    state,
    severity,
    q,
    ...(rule !== undefined && rule !== 'all' && { rule }),
  }
  return {
    search,
    filter,
    showsList: rule !== undefined || severity !== undefined || q !== undefined || state !== 'active',
    change: (next: Partial<FindingsSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false }),
  }
}
