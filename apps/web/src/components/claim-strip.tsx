import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ClaimSegments, Segment } from '@trustwright/federation'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ClaimCompared } from './claim-compared.tsx'
import { CopyButton } from './copy-button.tsx'

const useStyles = makeStyles({
  strip: { display: 'grid', rowGap: '16px', margin: 0 },
  claim: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
  },
  narrow: { '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' } },
  name: {
    display: 'grid',
    lineHeight: '20px',
    '@media (max-width: 639px)': { gridColumn: '1 / -1', display: 'flex', columnGap: '8px' },
  },
  claimName: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  plainName: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { display: 'flex', flexWrap: 'wrap', gap: '8px 2px', margin: 0, minWidth: 0 },
  copy: { margin: 0 },
  segment: { display: 'inline-flex', flexDirection: 'column', minWidth: 0, maxWidth: '100%', rowGap: '2px' },
  // Each piece has a ground of its own, so that room made for a label never looks like a space in the value.
  text: {
    alignSelf: 'flex-start',
    maxWidth: '100%',
    fontFamily: tokens.fontFamilyMonospace,
    lineHeight: '20px',
    padding: '0 2px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `2px solid ${tokens.colorNeutralStroke1}`,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  punctuation: { backgroundColor: 'transparent', borderBottomColor: 'transparent' },
  field: {
    backgroundColor: tokens.colorBrandBackground2,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
  derived: { borderBottomColor: tokens.colorCompoundBrandStroke, borderBottomStyle: 'dashed' },
  missing: {
    borderBottomStyle: 'dotted',
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    color: tokens.colorNeutralForeground3,
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    padding: '0 8px 0 2px',
  },
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
}

/** Issuer, subject and audience to the letter, cut into the pieces that have a meaning. */
export function ClaimStrip({ claims, presented, copy = true }: ClaimStripProps) {
  const styles = useStyles()
  return (
    <dl className={styles.strip}>
      {(['issuer', 'subject', 'audience'] as const).map((claim) => {
        const value = claims[claim].map((segment) => segment.text).join('')
        const [short, long] = names[claim]
        return (
          <div className={mergeClasses(styles.claim, styles.narrow)} key={claim}>
            <dt className={styles.name}>
              <span className={styles.claimName}>{short}</span>
              <span className={styles.plainName}>{long}</span>
            </dt>
            {presented === undefined ? (
              <Pieces segments={claims[claim]} value={value} />
            ) : (
              <dd className={styles.value}>
                <ClaimCompared stored={value} presented={presented[claim]} />
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

function Pieces({ segments, value }: { readonly segments: readonly Segment[]; readonly value: string }) {
  const styles = useStyles()
  const spoken = segments
    .filter(({ label }) => label !== '')
    .map(({ text, label }) => `${label}: ${text === '' ? 'still empty' : text}`)
  return (
    <dd className={styles.value}>
      <VisuallyHidden>
        {value === '' ? 'still empty' : value}. {spoken.join(', ')}
      </VisuallyHidden>
      {segments.map((segment, index) => (
        // Pieces keep their places while typing, so only the one that changed moves.
        // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a piece
        <span className={styles.segment} key={index} aria-hidden="true">
          <span className={mergeClasses(styles.text, lookOf(segment, styles))}>
            {segment.text === '' ? ' … ' : segment.text}
          </span>
          <span className={styles.label}>{segment.label}</span>
        </span>
      ))}
    </dd>
  )
}

function lookOf({ text, label, source }: Segment, styles: ReturnType<typeof useStyles>): string | undefined {
  if (text === '') return styles.missing
  if (label === '') return styles.punctuation
  if (source === 'fixed') return undefined
  return source === 'field' ? styles.field : styles.derived
}
