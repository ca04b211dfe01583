import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { formatTrustQuery } from '@trustwright/federation'
import { ActionLink } from '../../components/action-link.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { ownersOf } from '../../components/inventory/owner-query.ts'
import { subscriptionOfGroup } from './model/trust-steps.ts'
import { FocusBar } from './parts/focus-bar.tsx'
import type { MapModel } from './use-map.ts'
import { searchOf, type MapAddress } from './use-map-address.ts'
import type { WayBack } from './way-back.ts'

const useStyles = makeStyles({
  head: { display: 'grid', rowGap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '32px' },
  counts: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface MapHeadProps {
  readonly model: MapModel
  readonly address: MapAddress
  /** Address of the map with this in focus; undefined: with nothing. */
  readonly hrefOf: (id: string | undefined) => string
  /** To the page of the trust in focus; null where that is none or several. */
  readonly wayBack: WayBack | null
  readonly summary: string
  /** The table stands here because the screen is narrow. */
  readonly isTableForWidth: boolean
  readonly legend: ReactNode
}

/** How much is shown, what is in focus, and what of the address could not be followed. */
export function MapHead({ model, address, hrefOf, wayBack, summary, isTableForWidth, legend }: MapHeadProps) {
  const styles = useStyles()
  const { focus, rows, problems } = model
  const { query, open, of, write } = address
  const terms = focus?.node.terms ?? null
  const subscription = focus === null ? null : subscriptionOfGroup(focus.node)
  const listQuery = terms === null ? null : `${query} ${formatTrustQuery({ terms, words: [] })}`.trim()
  return (
    <div className={styles.head}>
      {problems.map(({ message, at }) => (
        <Callout key={at} intent="information" title="A part of the filter was left out">
          {message}
        </Callout>
      ))}
      {address.focus !== undefined && focus === null && (
        <Callout
          intent="information"
          title="What the address puts in focus is no longer there"
          actions={<ActionLink href={hrefOf(undefined)}>Show everything</ActionLink>}
        >
          It was deleted or changed, or you may not read it.
        </Callout>
      )}
      <div className={styles.line}>
        <span className={styles.counts}>{summary}</span>
        {legend}
        {open.size > 0 && (
          <Button appearance="subtle" size="small" onClick={() => write({ open: undefined }, 'replace')}>
            Close {counted(open.size, 'opened group')}
          </Button>
        )}
        {isTableForWidth && (
          <span className={styles.quiet}>The map needs a wider screen: here it is as a table.</span>
        )}
      </div>
      {focus !== null && (
        <FocusBar
          focus={focus}
          ids={model.index.ids}
          hrefOf={hrefOf}
          listHref={
            listQuery === null ? null : paths.trusts({ q: listQuery, of: of === 'portal' ? of : undefined })
          }
          ownersHref={
            subscription === null
              ? null
              : paths.map({
                  ...searchOf(address),
                  q: ownersOf(subscription),
                  focus: undefined,
                  open: undefined,
                })
          }
          wayBack={wayBack}
          trustsWords={counted(rows.length, 'trust')}
        />
      )}
    </div>
  )
}
