import { useState } from 'react'
import type { StoredFinding } from '@trustwright/shared-schemas'

/** Which findings are picked, by hand or all that fit; of those that are all there, what left the list is no longer picked. */
export function useFindingChoice(findings: readonly StoredFinding[], hasMore: boolean) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const shown = new Set(findings.map(({ hash }) => hash))
  const chosen = hasMore ? [...picked] : [...picked].filter((hash) => shown.has(hash))
  return {
    chosen,
    isPicked: (hash: string) => picked.has(hash),
    toggle: (hash: string) =>
      setPicked((before) => {
        const next = new Set(before)
        if (!next.delete(hash)) next.add(hash)
        return next
      }),
    pick: (hashes: readonly string[]) => setPicked(new Set(hashes)),
    clear: () => setPicked(new Set()),
  }
}

export type FindingChoice = ReturnType<typeof useFindingChoice>
