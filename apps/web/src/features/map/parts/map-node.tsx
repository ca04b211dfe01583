import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, type KeyboardEvent } from 'react'
import { shorten } from '../../../lib/shorten.ts'
import { count } from '../../../lib/words.ts'
import { MiddleTruncated } from '../../../ui/middle-truncated.tsx'
import type { PlacedNode } from '../layout/place-map.ts'
import { nodeName, type Lens } from '../map-words.ts'
import type { ShownNode } from '../model/map-view.ts'
import { LensValue } from './lens-value.tsx'

const useStyles = makeStyles({
  item: { position: 'absolute', left: 0, right: 0, listStyleType: 'none' },
  node: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: '20px 18px',
    alignContent: 'center',
    width: '100%',
    height: '100%',
    padding: '0 8px',
    textAlign: 'left',
    font: 'inherit',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflow: 'hidden',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  group: { borderLeftWidth: '4px' },
  focused: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: '8px', minWidth: 0 },
  label: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, display: 'flex' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  right: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, flexShrink: 0 },
})

interface MapNodeProps {
  readonly placed: PlacedNode
  readonly lens: Lens
  /** The one node that the tab key reaches. */
  readonly isCurrent: boolean
  readonly isFocus: boolean
  readonly onChoose: (id: string) => void
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>, id: string) => void
  readonly onActive: (id: string | null) => void
}

/** One thing or group of a column: a button that puts it in focus. */
export const MapNode = memo(function MapNode(props: MapNodeProps) {
  const { placed, lens, isCurrent, isFocus, onChoose, onKey, onActive } = props
  const { node, y, height } = placed
  const styles = useStyles()
  return (
    <li className={styles.item} style={{ top: `${y}px`, height: `${height}px` }}>
      <button
        type="button"
        data-node={node.id}
        tabIndex={isCurrent ? 0 : -1}
        className={mergeClasses(
          styles.node,
          (node.parts > 1 || node.isRest) && styles.group,
          isFocus && styles.focused,
        )}
        aria-label={nodeName(node, lens)}
        aria-pressed={isFocus}
        onClick={() => onChoose(node.id)}
        onKeyDown={(event) => onKey(event, node.id)}
        onFocus={() => onActive(node.id)}
        onBlur={() => onActive(null)}
        onPointerEnter={() => onActive(node.id)}
        onPointerLeave={() => onActive(null)}
      >
        <span className={styles.line}>
          <span className={styles.label}>
            <MiddleTruncated text={node.label} keep={5} />
          </span>
          <span className={styles.right}>{count(node.trusts)}</span>
        </span>
        <span className={styles.line}>
          <span className={styles.quiet}>
            <Detail node={node} />
          </span>
          <span className={styles.right}>
            <LensValue node={node} lens={lens} />
          </span>
        </span>
      </button>
    </li>
  )
})

/** Issuers are told apart by the end of their address; other details read from the start. */
function Detail({ node: { parts, column, detail } }: { readonly node: ShownNode }) {
  if (parts > 1) return `Group of ${count(parts)}`
  const text = shorten(detail, 60)
  return column === 'issuer' ? <MiddleTruncated text={text} keep={6} /> : text
}
