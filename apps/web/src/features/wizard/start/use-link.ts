import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { DraftBody, DraftParent } from '@trustwright/shared-schemas'
import { useEffect, useState } from 'react'
import { allIdentitiesQuery } from '../../../api/identity-queries.ts'
import { useCloud } from '../../../components/use-cloud.ts'
import { leftOut, withoutTooLong } from './left-out.ts'
import { parentOfClientId } from './parent-of-paste.ts'
import type { Begin } from './use-begin.ts'
import { wizardPrefill } from './wizard-prefill.ts'

export interface Link {
  /** The wizard opens by itself, filled. */
  readonly isOpening: boolean
  readonly parent: DraftParent | null
  readonly problems: readonly string[]
  /** Goes on with what was understood; null where that is nothing. */
  readonly goOn: (() => void) | null
}

/** What the address asks for: it opens filled where all of it was understood, and says what was not where it was not. */
export function useLink(begin: Begin): Link {
  const search = useSearch({ from: '/new' })
  const cloud = useCloud()
  const queries = useQueryClient()
  const [read] = useState(() => wizardPrefill(withoutTooLong(search), cloud))
  const [left] = useState(() => leftOut(globalThis.location.search))
  const { body, identityName } = read
  const [found, setFound] = useState<DraftParent | null | 'unread'>(identityName === null ? null : 'unread')

  useEffect(() => {
    if (identityName === null) return
    void queries
      .fetchQuery(allIdentitiesQuery)
      .then(({ identities }) => parentOfClientId({ kind: 'managedIdentity', identityName }, identities))
      .catch(() => null)
      .then(setFound)
  }, [identityName, queries])

  const isRead = found !== 'unread'
  const parent = body?.parent ?? (isRead ? found : null)
  const problems = [
    ...read.problems,
    ...(isRead && identityName !== null && found === null
      ? [
          `You can read no managed identity “${identityName}”, or several of this name: it is chosen in the wizard.`,
        ]
      : []),
    ...left,
  ]
  const filled: DraftBody | null = body === null || body.presetId === null ? null : { ...body, parent }
  const isClear = filled !== null && problems.length === 0

  // A prefill link opens the wizard filled, and is not a page of its own to go back to.
  useEffect(() => {
    if (isRead && isClear) void begin(filled, true)
    // oxlint-disable-next-line react/exhaustive-deps -- `filled` is made anew from the same address each time
  }, [isRead, isClear, begin])

  return {
    isOpening: !isRead || isClear,
    parent,
    problems,
    goOn: filled === null ? null : () => void begin(filled),
  }
}
