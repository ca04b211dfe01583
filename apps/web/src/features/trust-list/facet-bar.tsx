import { Button, makeStyles } from '@fluentui/react-components'
import { formatTrustQuery, type FacetKey, type QueryTerm } from '@trustwright/federation'
import type { InventoryOf } from '../../components/inventory/inventory-query.ts'
import { ownersOf } from '../../components/inventory/owner-query.ts'
import { paths } from '../../paths.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { Fold } from '../../ui/fold.tsx'
import { FacetPanel } from './facet-panel.tsx'
import { facetLabels, facetValueText, firstFacets, otherFacets } from './facet-words.ts'
import type { TrustList } from './use-trust-list.ts'

interface FacetBarProps {
  readonly list: TrustList
  readonly of: InventoryOf
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    marginLeft: '-12px',
    // One row: what has no room on a small screen is scrolled to.
    '@media (max-width: 639px)': {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      scrollbarWidth: 'none',
      padding: '2px 32px 2px 2px',
      // What fades out goes on there.
      maskImage: 'linear-gradient(to right, black calc(100% - 40px), transparent)',
    },
  },
})

/** What can be narrowed down, each with its values and their counts; it writes the query, and reads it. */
export function FacetBar({ list, of }: FacetBarProps) {
  const styles = useStyles()
  const { parsed, facets, text, setText } = list
  const termsOf = (facet: FacetKey) => parsed.query.terms.filter(({ key }) => key === facet)
  const others = otherFacets.filter((facet) => termsOf(facet).length === 0)
  const panelOf = (facet: FacetKey) => (
    <FacetPanel
      facet={facet}
      counts={facets[facet]}
      query={parsed.query}
      onQuery={(query) => setText(formatTrustQuery(query))}
      {...(facet === 'subscription' ? { linkOf: (value) => ownersLink(list, of, value.text) } : {})}
    />
  )
  return (
    <section className={styles.bar} aria-label="Narrow down">
      {[...firstFacets, ...otherFacets.filter((facet) => !others.includes(facet))].map((facet) => (
        <DropPanel
          key={facet}
          label={buttonText(facet, termsOf(facet))}
          title={`Narrow down by ${facetLabels[facet].toLowerCase()}`}
          quiet
          isOn={termsOf(facet).length > 0}
        >
          {panelOf(facet)}
        </DropPanel>
      ))}
      {others.length > 0 && (
        <DropPanel label="More filters" title="Narrow down by something else" quiet>
          {others.map((facet) => (
            <Fold key={facet} summary={facetLabels[facet]}>
              {panelOf(facet)}
            </Fold>
          ))}
        </DropPanel>
      )}
      {text !== '' && (
        <Button appearance="subtle" onClick={() => setText('')}>
          Clear
        </Button>
      )}
    </section>
  )
}

/** Who can become Owner there, on the map; null where the subscription's ID is not known. */
function ownersLink({ index }: TrustList, of: InventoryOf, subscription: string) {
  const row = index.rows.find(
    (one) => one.subscription === subscription || one.subscriptionId === subscription,
  )
  if (row === undefined || row.subscriptionId === '') return null
  const whose = of === 'portal' ? { of } : {}
  return {
    text: 'Who can become Owner?',
    href: paths.map({ q: ownersOf(row.subscriptionId), ...whose }),
  }
}

/** `Risk`, `Risk: High`, `Risk: not High +1`. */
function buttonText(facet: FacetKey, terms: readonly QueryTerm[]): string {
  const chosen = terms.flatMap(({ negated, values }) =>
    values.map((value) => `${negated ? 'not ' : ''}${facetValueText(facet, value)}`),
  )
  const [first] = chosen
  if (first === undefined) return facetLabels[facet]
  const shown = first.length > 24 ? `${first.slice(0, 22)}…` : first
  return `${facetLabels[facet]}: ${shown}${chosen.length > 1 ? ` +${chosen.length - 1}` : ''}`
}
