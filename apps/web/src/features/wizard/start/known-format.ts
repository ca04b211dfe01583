import { recognise, type Cloud } from '@trustwright/federation'
import type { InventoryRow } from '@trustwright/shared-schemas'

export interface KnownFormat {
  /** Of the form: how the subject is made where all trusts agree, and the IDs where those with IDs do. */
  readonly fields: Readonly<Record<string, string>>
  /** Trusts of the repository with names alone, and with IDs. */
  readonly names: number
  readonly ids: number
}

/** How the trusts that are stored of a repository write its subject. `repository`: `contoso/pay-api`, in its own capitals. */
export function knownFormat(
  rows: readonly Pick<InventoryRow, 'trust'>[],
  repository: string,
  cloud: Cloud,
): KnownFormat {
  const same = rows.flatMap(({ trust }) => {
    const known = recognise(trust, cloud)
    return known?.presetId === 'github-actions' && known.workload === repository ? [known.fields] : []
  })
  const withIds = same.filter(({ identifiers }) => identifiers === 'ids')
  const numbers = new Map(
    withIds.flatMap(({ ownerId, repositoryId }) =>
      ownerId === undefined || repositoryId === undefined
        ? []
        : [[`${ownerId}/${repositoryId}`, { ownerId, repositoryId }] as const],
    ),
  )
  const [only] = numbers.values()
  const known = numbers.size === 1 && only !== undefined ? only : {}
  const [ids, names] = [withIds.length, same.length - withIds.length]
  const decided: Readonly<Record<string, string>> =
    names > 0 && ids === 0
      ? { identifiers: 'names' }
      : ids > 0 && names === 0 && numbers.size === 1
        ? { identifiers: 'ids' }
        : {}
  return { fields: { ...decided, ...known }, names, ids }
}

/** `Of its 7 trusts here 5 have names alone, 2 have IDs.`; null where there are none. */
export function knownFormatWords({ names, ids }: KnownFormat): string | null {
  if (names + ids === 0) return null
  const have = (count: number) => (count === 1 ? 'has' : 'have')
  return `Of its ${String(names + ids)} trusts here ${String(names)} ${have(names)} names alone, ${String(ids)} ${have(ids)} IDs.`
}
