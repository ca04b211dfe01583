import type { AnyNewTrust, TrustParent } from '@trustwright/shared-schemas'
import { CauseNotes } from './cause-notes.tsx'
import { NotAsked, PreflightGaps, usePreflightStyles } from './preflight-gaps.tsx'
import { hiddenCodes } from './several-preflight-of.ts'
import { useSeveralPreflight, type SeveralAsked } from './use-several-preflight.ts'

interface SeveralPreflightNotesProps {
  readonly parent: TrustParent | null
  readonly trusts: readonly AnyNewTrust[]
  /** Codes that the page's own checks say. */
  readonly hidden: readonly string[]
}

/** What would stand in the way at Azure: what all of the trusts share once, and under its name what is a trust's own. */
export function SeveralPreflightNotes({ parent, trusts, hidden }: SeveralPreflightNotesProps) {
  const asked = useSeveralPreflight(parent, trusts, hiddenCodes(trusts.length, hidden))
  return <AskedNotes asked={asked} isNamed={trusts.length > 1} />
}

interface AskedNotesProps {
  readonly asked: SeveralAsked
  /** The trusts' own causes stand here, under their names; false: without. Left out: they stand elsewhere. */
  readonly isNamed?: boolean
}

/** The same where the page has asked already. */
export function AskedNotes({ asked: { hasFailed, common, own, unknown }, isNamed }: AskedNotesProps) {
  const styles = usePreflightStyles()
  if (hasFailed) return <NotAsked />
  const shown = isNamed === undefined ? [] : [...own]
  if (unknown === null || common.length + shown.length + unknown.length === 0) return null
  return (
    <section className={styles.box} aria-label="Asked of Azure beforehand">
      <CauseNotes causes={common} />
      {shown.map(([name, causes]) => (
        <div key={name} className={styles.box}>
          {isNamed === true && <h3 className={styles.name}>{name}</h3>}
          <CauseNotes causes={causes} />
        </div>
      ))}
      <PreflightGaps unknown={unknown} />
    </section>
  )
}
