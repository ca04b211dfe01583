import { makeStyles, tokens } from '@fluentui/react-components'
import type { ClaimSegments, Segment } from '@trustwright/federation'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ClaimCompared } from './claim-compared.tsx'
import { ClaimPieces } from './claim-pieces.tsx'
import { CopyButton } from './copy-button.tsx'

/** Under it a claim's name stands over its value, which needs the whole width. */
const narrow = '@container (max-width: 519px)'

const useStyles = makeStyles({
  strip: { display: 'grid', rowGap: '16px', margin: 0, containerType: 'inline-size' },
  claim: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr) auto',
    gridTemplateAreas: '"name value copy"',
    columnGap: '8px',
    alignItems: 'start',
    [narrow]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"name copy" "value value"',
      alignItems: 'center',
    },
  },
  name: {
    gridArea: 'name',
    display: 'grid',
    lineHeight: '20px',
    [narrow]: { display: 'flex', columnGap: '8px', alignItems: 'baseline' },
  },
  claimName: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  plainName: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: {
    gridArea: 'value',
    margin: 0,
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  absent: { fontFamily: tokens.fontFamilyBase, color: tokens.colorNeutralForeground2 },
  pattern: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  compared: { gridArea: 'value', margin: 0, minWidth: 0 },
  copy: { gridArea: 'copy', margin: 0 },
})

const names = {
  issuer: ['iss', 'Issuer'],
  subject: ['sub', 'Subject'],
  audience: ['aud', 'Audience'],
} as const
export type ClaimName = keyof typeof names

/** The other side: what a token carries. `null` when it lacks the claim. */
export type PresentedStrip = Readonly<Record<ClaimName, string | null>>

interface ClaimStripProps {
  /** From `previewTrust` while typing, from `segmentClaims` for what is stored. */
  readonly claims: ClaimSegments
  readonly presented?: PresentedStrip
  /** Off in pictures and cramped places. */
  readonly copy?: boolean
  /** The claims are a stored trust's: an empty one is not still to be typed, it is not there. */
  readonly stored?: boolean
  /** Of a flexible credential: a pattern of claims that stands in place of the subject. */
  readonly expression?: string | null | undefined
  /** One claim alone, where the others stand beside already. */
  readonly only?: ClaimName
}

/** Issuer, subject and audience to the letter, cut into the segments that have a meaning. */
export function ClaimStrip(props: ClaimStripProps) {
  const { claims, presented, copy = true, stored = false, expression, only } = props
  const styles = useStyles()
  const issuers = [claims.issuer.map(({ text }) => text).join(''), presented?.issuer ?? '']
  return (
    <dl className={styles.strip}>
      {(['issuer', 'subject', 'audience'] as const).map((claim) => {
        if (only !== undefined && claim !== only) return null
        if (claim === 'subject' && expression) {
          return <PatternRow key={claim} expression={expression} copy={copy} />
        }
        const value = claims[claim].map((segment) => segment.text).join('')
        const [short, long] = names[claim]
        const absent = stored && value === '' ? `no ${claim} stored` : null
        return (
          <div className={styles.claim} key={claim}>
            <dt className={styles.name}>
              <span className={styles.claimName}>{short}</span>
              <span className={styles.plainName}>{long}</span>
            </dt>
            {presented === undefined ? (
              <dd className={styles.value}>
                {absent === null ? (
                  <Value segments={claims[claim]} value={value} />
                ) : (
                  <span className={styles.absent}>{absent}</span>
                )}
              </dd>
            ) : (
              <dd className={styles.compared}>
                <ClaimCompared
                  stored={value}
                  presented={presented[claim]}
                  issuers={claim === 'subject' ? issuers : []}
                  absent={absent}
                />
              </dd>
            )}
            {copy && value !== '' && (
              <dd className={styles.copy}>
                <CopyButton value={value} what={long.toLowerCase()} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function PatternRow({ expression, copy }: { readonly expression: string; readonly copy: boolean }) {
  const styles = useStyles()
  return (
    <div className={styles.claim}>
      <dt className={styles.name}>
        <span className={styles.claimName}>claims</span>
        <span className={styles.plainName}>Pattern</span>
      </dt>
      <dd className={styles.value}>
        <code className={styles.pattern}>{expression}</code>
      </dd>
      {copy && (
        <dd className={styles.copy}>
          <CopyButton value={expression} what="pattern" />
        </dd>
      )}
    </div>
  )
}

function Value({ segments, value }: { readonly segments: readonly Segment[]; readonly value: string }) {
  const spoken = segments
    .filter(({ label }) => label !== '')
    .map(({ text, label }) => `${label}: ${text === '' ? 'still empty' : text}`)
  return (
    <>
      <VisuallyHidden>
        {value === '' ? 'still empty' : value}. {spoken.join(', ')}
      </VisuallyHidden>
      <ClaimPieces segments={segments} />
    </>
  )
}
