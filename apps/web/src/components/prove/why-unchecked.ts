import type { DiagnosedCause } from '@trustwright/shared-schemas'
import { problemText } from '../../api/problem-text.ts'

interface CheckSoFar {
  readonly isFetching: boolean
  readonly error: unknown
  readonly data: { readonly causes: readonly Pick<DiagnosedCause, 'severity' | 'text'>[] } | undefined
}

/** Why a trust does not count as checked; undefined where nothing was asked. */
export function whyUnchecked({ data, error, isFetching }: CheckSoFar): string | undefined {
  if (isFetching) return 'Checking now.'
  if (error !== null) return `Not checked. ${problemText(error).title}.`
  const block = data?.causes.find(({ severity }) => severity === 'block')
  return block === undefined ? undefined : `Not passed. ${block.text}`
}
