import type { ReactNode } from 'react'
import { FailedState } from './state-views.tsx'

interface QueryLike<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

interface QueryViewProps<Data> {
  readonly query: QueryLike<Data>
  /** In the shape of what comes. */
  readonly skeleton: ReactNode
  /** Head of a page whose own head needs the data. */
  readonly failedHead?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Loading, failed or there. A failed refresh keeps what was read before, under the notice. */
export function QueryView<Data>({ query, skeleton, failedHead, children }: QueryViewProps<Data>) {
  const failed =
    query.error === null ? null : <FailedState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) {
    if (failed === null) return skeleton
    return (
      <>
        {failedHead}
        {failed}
      </>
    )
  }
  return (
    <>
      {failed}
      {children(query.data)}
    </>
  )
}
