import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { count } from '../../../lib/words.ts'
import { isMoveKey, moveFrom } from '../layout/move.ts'
import { placeMap, type PlacedMap } from '../layout/place-map.ts'
import { columnWords, type Lens } from '../map-words.ts'
import { mapColumns } from '../model/map-node.ts'
import type { MapView } from '../model/map-view.ts'
import { MapLinks } from './map-links.tsx'
import { MapNode } from './map-node.tsx'

const leastWidth = 720

const useStyles = makeStyles({
  // Under the least width the picture scrolls in its own box; it takes the keyboard by its nodes.
  box: { overflowX: 'auto', minWidth: 0, padding: '2px' },
  heads: { position: 'relative', height: '28px' },
  head: {
    position: 'absolute',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  picture: { position: 'relative' },
  list: { position: 'absolute', top: 0, margin: 0, padding: 0 },
})

interface MapPictureProps {
  readonly view: MapView
  readonly lens: Lens
  readonly focusId: string | undefined
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onPlaced: (map: PlacedMap) => void
}

/** Four columns of nodes, and the links between them. */
export function MapPicture({ view, lens, focusId, onChoose, onOpen, onPlaced }: MapPictureProps) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const map = useMemo(() => (width === 0 ? null : placeMap(view, Math.max(leastWidth, width))), [view, width])
  const [current, setCurrent] = useState<string | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const followsKeys = useRef(false)
  const nodes = map?.columns.flat() ?? []
  const isThere = (id: string | null | undefined) => nodes.some(({ node }) => node.id === id)
  const reached = isThere(current) ? current : isThere(focusId) ? focusId : nodes[0]?.node.id
  useEffect(() => {
    if (map !== null) onPlaced(map)
    // oxlint-disable-next-line react/exhaustive-deps -- a new map is told of once, whoever listens
  }, [map])
  useEffect(() => {
    if (!followsKeys.current || map === null) return
    followsKeys.current = false
    nodeElement(box.current, reached)?.focus()
  }, [map, reached])

  // The same function for every node and turn: a pointer that passes draws two of them, not three hundred.
  const latest = useRef({ map, onChoose, onOpen })
  useLayoutEffect(() => {
    latest.current = { map, onChoose, onOpen }
  })
  const [handlers] = useState(() => ({
    choose: (id: string) => {
      followsKeys.current = true
      latest.current.onChoose(id)
    },
    key: (event: KeyboardEvent<HTMLButtonElement>, id: string) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+' || event.key === 'e') {
        event.preventDefault()
        followsKeys.current = true
        latest.current.onOpen(id)
      } else if (isMoveKey(event.key) && latest.current.map !== null) {
        event.preventDefault()
        const next = moveFrom(latest.current.map, id, event.key)
        if (next === null) return
        setCurrent(next)
        nodeElement(box.current, next)?.focus()
      }
    },
  }))

  return (
    <div ref={box} className={styles.box}>
      {map !== null && (
        <>
          <div className={styles.heads} style={{ width: `${map.width}px` }}>
            {map.columns.map((column, at) => (
              <h2
                key={mapColumns[at]}
                id={`map-${mapColumns[at]}`}
                className={styles.head}
                style={{ left: `${map.starts[at] ?? 0}px` }}
              >
                {columnWords[mapColumns[at] ?? 'issuer'].title}{' '}
                <span className={styles.quiet}>{count(column.length)}</span>
              </h2>
            ))}
          </div>
          <div className={styles.picture} style={{ width: `${map.width}px`, height: `${map.height}px` }}>
            <MapLinks map={map} lens={lens} active={active} />
            {map.columns.map((column, at) => (
              <ul
                key={mapColumns[at]}
                className={styles.list}
                style={{
                  left: `${map.starts[at] ?? 0}px`,
                  width: `${map.nodeWidth}px`,
                  height: `${map.height}px`,
                }}
                aria-labelledby={`map-${mapColumns[at]}`}
              >
                {column.map((placed) => (
                  <MapNode
                    key={placed.node.id}
                    placed={placed}
                    lens={lens}
                    isCurrent={placed.node.id === reached}
                    isFocus={placed.node.id === focusId}
                    onChoose={handlers.choose}
                    onKey={handlers.key}
                    onActive={setActive}
                  />
                ))}
              </ul>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function nodeElement(box: HTMLElement | null, id: string | null | undefined): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id ?? '')}"]`) ?? null
}

function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const read = () => setWidth(Math.floor(element.clientWidth) - 4)
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}
