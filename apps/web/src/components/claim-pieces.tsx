import { makeStyles, mergeClasses, tokens, type GriffelStyle } from '@fluentui/react-components'
import type { Segment } from '@trustwright/federation'
import { shorten } from '../lib/shorten.ts'
import { roomFor, roomSteps, type RoomStep } from './label-room.ts'
import { labelRows } from './label-rows.ts'

const useStyles = makeStyles({
  box: { containerType: 'inline-size' },
  value: { display: 'block', lineHeight: '22px' },
  // Room for the rows of labels under the one line.
  rows1: { paddingBottom: '18px' },
  rows2: { paddingBottom: '34px' },
  rows3: { paddingBottom: '50px' },
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
  row0: { top: '20px' },
  row1: { top: '36px' },
  row2: { top: '52px' },
  legend: {
    display: 'block',
    paddingTop: '4px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
})

/** One rule a step: what holds while the line has less room than that. */
function under(rule: Readonly<Record<string, string | number>>) {
  const entries = roomSteps.map((step) => [String(step), { [`@container (max-width: ${step - 1}px)`]: rule }])
  // `Object.fromEntries` forgets the keys that `roomSteps` gave it.
  return Object.fromEntries(entries) as Record<RoomStep, GriffelStyle>
}

function from(rule: Readonly<Record<string, string | number>>) {
  const entries = roomSteps.map((step) => [String(step), { [`@container (min-width: ${step}px)`]: rule }])
  // As above.
  return Object.fromEntries(entries) as Record<RoomStep, GriffelStyle>
}

const useUnderPlain = makeStyles(under({ paddingBottom: 0 }))
const useUnderHidden = makeStyles(under({ display: 'none' }))
const useFromHidden = makeStyles(from({ display: 'none' }))

type Styles = ReturnType<typeof useStyles>

/**
 * A claim's letters with a label under each piece that has a meaning, or behind them where the line is too narrow for
 * that. For the eye only.
 */
export function ClaimPieces({ segments }: { readonly segments: readonly Segment[] }) {
  const styles = useStyles()
  const underPlain = useUnderPlain()
  const underHidden = useUnderHidden()
  const fromHidden = useFromHidden()
  const rows = labelRows(segments)
  const room = roomFor(segments)
  const tall = room === null ? undefined : heightOf(Math.max(0, ...rows), styles)
  return (
    <span className={mergeClasses(styles.value, styles.box)} aria-hidden="true">
      <span className={mergeClasses(styles.value, tall, room !== null && underPlain[room])}>
        {segments.map((segment, index) => (
          // Pieces keep their places while typing, so only the one that changed moves.
          // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a piece
          <span key={index} className={mergeClasses(styles.text, lookOf(segment, styles))}>
            {segment.text === '' ? ' … ' : segment.text}
            {segment.label !== '' && room !== null && (
              <span
                className={mergeClasses(styles.label, placeOf(rows[index] ?? 0, styles), underHidden[room])}
              >
                {segment.label}
              </span>
            )}
          </span>
        ))}
      </span>
      <span className={mergeClasses(styles.legend, room !== null && fromHidden[room])}>
        {legendOf(segments)}
      </span>
    </span>
  )
}

function legendOf(segments: readonly Segment[]): string {
  const labelled = segments.filter(({ label }) => label !== '')
  const [only] = labelled
  if (only !== undefined && labelled.length === 1) return only.label
  // What follows from a choice is marked by its underline; its letters name nothing.
  return labelled
    .filter(({ source }) => source !== 'derived')
    .map(({ text, label }) => `${label}: ${text === '' ? '…' : shorten(text, 24)}`)
    .join(' · ')
}

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
