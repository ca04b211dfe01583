import { makeStyles, tokens } from '@fluentui/react-components'
import type { Trust } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons'
import { ClaimStrip } from '../claim-strip.tsx'
import { useCloud } from '../use-cloud.ts'
import { effectSentence } from '../effect/trust-effect.ts'
import { storedAs } from '../create-trusts/trust-plan.ts'
import type { LivePreview } from './use-trust-preview.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '16px' },
  trust: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '8px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '16px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  there: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusSuccessForeground1,
  },
  effect: { overflowWrap: 'anywhere' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface PreviewedTrustsProps {
  readonly preview: LivePreview
  readonly there: readonly Trust[]
  readonly parentName: string
  /** What belongs to one of them by its name, under it. */
  readonly beneath?: (name: string) => ReactNode
}

/** Several trusts of one form: the first to the letter, of the others what differs. */
export function PreviewedTrusts({ preview, there, parentName, beneath }: PreviewedTrustsProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const { claims, wanted } = preview
  const all = [claims, ...claims.others.map((other) => ({ ...other, audience: claims.audience }))]
  return (
    <>
      <p className={styles.quiet}>The same issuer and audience for all; each has a subject of its own.</p>
      <ol className={styles.list}>
        {all.map((one, index) => {
          const trust = wanted[index]
          const stored = trust === undefined ? null : storedAs(trust, there)
          return (
            // The platform gives the trusts of a form in one order.
            // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a part
            <li key={index} className={styles.trust}>
              <div className={styles.head}>
                <h3 className={styles.name}>{stored?.name ?? trust?.name ?? `Trust ${index + 1}`}</h3>
                {stored !== null && (
                  <span className={styles.there}>
                    <CheckmarkCircle16Filled aria-hidden="true" />
                    there already
                  </span>
                )}
              </div>
              <ClaimStrip
                claims={one}
                copy={trust !== undefined}
                {...(index === 0 ? {} : { only: 'subject' as const })}
              />
              {trust !== undefined && (
                <p className={styles.effect}>{effectSentence(trust, parentName, cloud)}</p>
              )}
              {trust !== undefined && beneath?.(trust.name)}
            </li>
          )
        })}
      </ol>
    </>
  )
}
