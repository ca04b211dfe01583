import type { SetUpItem } from '@trustwright/shared-schemas'
import { eachOf } from '../../domain/each-of.ts'
import type { Caller } from '../../ports.ts'
import { groupsToMake } from './group-plan.ts'
import { lookAtGroup } from './look-at-group.ts'
import { lookAtParent } from './look-at-parent.ts'
import type { Looking } from './looking.ts'
import { once } from './once.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import type { WritePace } from '../../domain/write-pace.ts'

const looksAtOnce = 6
const lookingMs = 40_000

export interface LookAllDeps extends Pick<SetUpDeps, 'arm' | 'clock' | 'directory'> {
  readonly writePace: WritePace
}

interface Asked {
  readonly items: readonly SetUpItem[]
  /** By identity and application. */
  readonly rowsOf: ReadonlyMap<string, readonly SetUpItem[]>
  readonly draftId: string | undefined
}

/** Reads what the rows name, and was not read before, as long as there is time. */
export async function lookAtAll(
  { arm, clock, directory, writePace }: LookAllDeps,
  caller: Caller,
  looking: Looking,
  { items, rowsOf, draftId }: Asked,
): Promise<void> {
  const until = clock.now() + lookingMs
  const { signal } = new AbortController()
  const look = {
    ...looking,
    arm,
    directory,
    draftId,
    listTurn: (key: string) => writePace.listTurn(key, signal),
  }
  await eachOf([...groupsToMake(items)], looksAtOnce, async ([key, group]) => {
    await once(looking.groups, key, () => lookAtGroup(arm, caller, group))
  })
  const unread = [...rowsOf].filter(([key]) => !looking.parents.has(key))
  await eachOf(unread, looksAtOnce, async ([key, rows]) => {
    const parent = rows.find((item) => item.parent.kind === 'newManagedIdentity')?.parent ?? rows[0]?.parent
    if (parent === undefined || clock.now() >= until) return
    const found = await lookAtParent(look, caller, parent)
    await looking.roles.read(
      rows.flatMap(({ roles }) => roles),
      found.principalId,
    )
    looking.parents.set(key, found)
  })
}
