import type { StoredPolicies } from '@trustwright/shared-schemas'
import { useEffect, useState } from 'react'
import { useSession } from '../../components/use-session.ts'
import { tabStorage } from '../../lib/browser-storage.ts'
import { clearDraft, draftKey, keepDraft, readDraft } from '../../lib/draft-store.ts'
import type { PolicySetDraft } from './policy-form.ts'

const page = '/policies'

/** Rules that were typed and not saved, with the version that they were typed over. */
export interface KeptRules {
  readonly base: StoredPolicies
  readonly draft: PolicySetDraft
  readonly note: string
}

/** True where rules were typed in this tab and neither saved nor thrown away. */
export function useHasKeptRules(): boolean {
  const key = useKey()
  const [has] = useState(() => readDraft(tabStorage, key) !== null)
  return has
}

/** What was kept when the page opened; null for nothing. */
export function useKeptRules(): {
  readonly kept: KeptRules | null
  readonly keep: (rules: KeptRules) => void
  readonly clear: () => void
} {
  const key = useKey()
  // Only this hook writes under the key.
  const [kept] = useState(() => readDraft(tabStorage, key) as KeptRules | null)
  return {
    kept,
    keep: (rules) => keepDraft(tabStorage, key, rules),
    clear: () => clearDraft(tabStorage, key),
  }
}

/** Keeps what is typed a moment after it was. */
export function useKeeping(rules: KeptRules, isTyped: boolean, keep: (rules: KeptRules) => void): void {
  useEffect(() => {
    if (!isTyped) return undefined
    const timer = setTimeout(() => keep(rules), 250)
    return () => clearTimeout(timer)
  })
}

function useKey(): string {
  const { user } = useSession()
  return draftKey(user?.objectId ?? '', page)
}
