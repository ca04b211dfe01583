import type { SetUpDryRun } from '@trustwright/shared-schemas'

interface Look {
  /** The same question each time: the portal goes on where it ended. */
  readonly ask: () => Promise<SetUpDryRun>
  /** Identities that were read so far, of all. */
  readonly tell: (read: number, all: number) => void
  /** False once nobody waits for the answer any more. */
  readonly isWanted: () => boolean
}

/**
 * Asks until every identity was read. Azure lets five a second be listed, so many identities take several questions; one
 * that reads nothing more is the last, and what is left stays `unknown` in it.
 */
export async function dryRunWhole({ ask, tell, isWanted }: Look): Promise<SetUpDryRun> {
  let seen = await ask()
  while (seen.unread > 0 && isWanted()) {
    tell(seen.parents.length - seen.unread, seen.parents.length)
    const next = await ask()
    const isStuck = next.unread >= seen.unread
    seen = next
    if (isStuck) break
  }
  return seen
}
