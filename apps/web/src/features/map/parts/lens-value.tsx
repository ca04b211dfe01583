import { makeStyles, tokens } from '@fluentui/react-components'
import { SeverityBadge } from '../../../components/findings/severity-badge.tsx'
import { lensLine, riskWord, type Lens } from '../map-words.ts'
import type { MapRisk } from '../model/map-index.ts'
import type { ShownNode } from '../model/map-view.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' } })

/** A risk as word and mark. */
export function RiskValue({ risk }: { readonly risk: MapRisk }) {
  const styles = useStyles()
  if (risk === 'none' || risk === 'unknown') return <span className={styles.quiet}>{riskWord(risk)}</span>
  return <SeverityBadge severity={risk} />
}

/** What the lens tells of a node. */
export function LensValue({ node, lens }: { readonly node: ShownNode; readonly lens: Lens }) {
  const styles = useStyles()
  if (lens === 'risk') return <RiskValue risk={node.risk} />
  return <span className={styles.quiet}>{lensLine(node, lens)}</span>
}
