import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { PlacedLink, PlacedMap } from '../layout/place-map.ts'
import type { Lens } from '../map-words.ts'

const useStyles = makeStyles({
  picture: { position: 'absolute', inset: 0, overflow: 'visible', pointerEvents: 'none' },
  plain: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeOpacity: 0.28,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  bad: {
    fill: 'none',
    stroke: tokens.colorStatusDangerBorderActive,
    strokeOpacity: 0.42,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  active: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeOpacity: 0.9,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
})

interface MapLinksProps {
  readonly map: PlacedMap
  readonly lens: Lens
  /** The node whose links stand out. */
  readonly active: string | null
}

/** The links, under the nodes. What they say stands in the table too, so that nobody has to see them. */
export function MapLinks({ map, lens, active }: MapLinksProps) {
  const styles = useStyles()
  const standing = active === null ? [] : map.links.filter(({ from, to }) => from === active || to === active)
  return (
    <svg className={styles.picture} width={map.width} height={map.height} aria-hidden="true">
      <AllLinks links={map.links} lens={lens} />
      {standing.map((link) => (
        <path
          key={`${link.from} ${link.to}`}
          className={styles.active}
          d={link.path}
          strokeWidth={Math.max(2, link.thickness)}
        />
      ))}
    </svg>
  )
}

interface AllLinksProps {
  readonly links: readonly PlacedLink[]
  readonly lens: Lens
}

/** Drawn anew only when the links change, not with every node that a pointer passes. */
const AllLinks = memo(function AllLinks({ links, lens }: AllLinksProps) {
  const styles = useStyles()
  return links.map(({ from, to, link, path, thickness }) => {
    const isBad = lens === 'risk' && (link.risk === 'critical' || link.risk === 'high')
    return (
      <path
        key={`${from} ${to}`}
        className={isBad ? styles.bad : styles.plain}
        d={path}
        strokeWidth={thickness}
      />
    )
  })
})
