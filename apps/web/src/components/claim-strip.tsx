import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ClaimSegments, Segment } from '@trustwright/federation'
import { shorten } from '../lib/shorten.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ClaimCompared } from './claim-compared.tsx'
import { CopyButton } from './copy-button.tsx'
import { labelRows } from './label-rows.ts'

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
  value: {
    margin: 0,
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  // Each line of the value leaves room for the rows of labels under it; the first starts beside the claim's name.
  rows1: { lineHeight: '44px', marginTop: '-12px', paddingBottom: '6px' },
  rows2: { lineHeight: '60px', marginTop: '-20px', paddingBottom: '14px' },
  rows3: { lineHeight: '76px', marginTop: '-28px', paddingBottom: '22px' },
  long: { lineHeight: '22px' },
  legend: {
    display: 'block',
    paddingTop: '4px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  compared: { margin: 0, minWidth: 0 },
  copy: { margin: 0 },
  text: {
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `2px solid ${tokens.colorNeutralStroke1}`,
    '@media (forced-colors: active)': { borderBottomColor: 'CanvasText' },
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
    position: 'absolute',
    left: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  row0: { top: '21px' },
  row1: { top: '37px' },
  row2: { top: '53px' },
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
              <dd className={styles.compared}>
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
  const rows = labelRows(segments)
  // Room for labels under every line would pull a long value apart: its labels stand in a list behind it.
  const long = value.length > longestLabelled
  const spoken = segments
    .filter(({ label }) => label !== '')
    .map(({ text, label }) => `${label}: ${text === '' ? 'still empty' : text}`)
  return (
    <dd className={mergeClasses(styles.value, long ? styles.long : heightOf(Math.max(0, ...rows), styles))}>
      <VisuallyHidden>
        {value === '' ? 'still empty' : value}. {spoken.join(', ')}
      </VisuallyHidden>
      <span aria-hidden="true">
        {segments.map((segment, index) => (
          // Pieces keep their places while typing, so only the one that changed moves.
          // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a piece
          <span key={index} className={mergeClasses(styles.text, lookOf(segment, styles))}>
            {segment.text === '' ? ' … ' : segment.text}
            {segment.label !== '' && !long && (
              <span className={mergeClasses(styles.label, placeOf(rows[index] ?? 0, styles))}>
                {segment.label}
              </span>
            )}
          </span>
        ))}
      </span>
      {long && (
        <span className={styles.legend} aria-hidden="true">
          {segments
            .filter(({ label }) => label !== '')
            .map(({ text, label }) => `${label}: ${shorten(text, 24)}`)
            .join(' · ')}
        </span>
      )}
    </dd>
  )
}

const longestLabelled = 140

type Styles = ReturnType<typeof useStyles>

function heightOf(lastRow: number, styles: Styles): string {
  return [styles.rows1, styles.rows2][lastRow] ?? styles.rows3
}

function placeOf(row: number, styles: Styles): string {
  return [styles.row0, styles.row1][row] ?? styles.row2
}

function lookOf({ text, label, source }: Segment, styles: Styles): string | undefined {
  if (text === '') return styles.missing
  if (label === '') return styles.punctuation
  if (source === 'fixed') return undefined
  return source === 'field' ? styles.field : styles.derived
}
