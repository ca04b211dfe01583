import { Checkbox, Input, ToggleButton, makeStyles, tokens } from '@fluentui/react-components'
import {
  choiceOf,
  withChoice,
  type FacetChoice,
  type FacetCount,
  type FacetKey,
  type TrustQuery,
} from '@trustwright/federation'
import { useState } from 'react'
import { AppLink } from '../../components/app-link.tsx'
import { count, counted } from '../../lib/words.ts'
import { facetLabels, facetValueText } from './facet-words.ts'

const useStyles = makeStyles({
  panel: { display: 'grid', rowGap: '4px' },
  list: { listStyleType: 'none', display: 'grid', rowGap: '2px' },
  value: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content max-content',
    alignItems: 'center',
    columnGap: '8px',
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  not: { minWidth: '44px' },
  link: {
    gridColumn: '1 / -1',
    justifySelf: 'start',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    marginLeft: '32px',
    fontSize: tokens.fontSizeBase200,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** A facet of a large tenant has thousands of values: what is typed finds the others. */
const mostShown = 60
const manyValues = 12

interface FacetPanelProps {
  readonly facet: FacetKey
  readonly counts: readonly FacetCount[]
  readonly query: TrustQuery
  readonly onQuery: (query: TrustQuery) => void
  /** A question about a value, which another page answers. */
  readonly linkOf?: (value: FacetCount['value']) => { readonly text: string; readonly href: string } | null
}

/** The values of one facet with how many trusts each would show: tick to see only those, `Not` to leave them out. */
export function FacetPanel({ facet, counts, query, onQuery, linkOf }: FacetPanelProps) {
  const styles = useStyles()
  const [wanted, setWanted] = useState('')
  const label = facetLabels[facet]
  // What the query chose stays in the list, also where nothing fits it now.
  const chosen = query.terms
    .filter(({ key }) => key === facet)
    .flatMap(({ values }) => values)
    .filter((value) => !counts.some((each) => isSame(each.value, value)))
    .map((value): FacetCount => ({ value, count: 0 }))
  const all = [...chosen, ...counts]
  const fitting = all.filter(({ value }) =>
    facetValueText(facet, value).toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const set = (value: FacetCount['value'], choice: FacetChoice) =>
    onQuery(withChoice(query, facet, value, choice))
  return (
    <div className={styles.panel}>
      {all.length > manyValues && (
        <Input
          aria-label={`Find in ${label}`}
          placeholder={`Find in ${counted(all.length, 'value')}`}
          value={wanted}
          onChange={(_, data) => setWanted(data.value)}
        />
      )}
      {all.length === 0 && <p className={styles.quiet}>Nothing to choose from.</p>}
      <ul className={styles.list} aria-label={label}>
        {fitting.slice(0, mostShown).map(({ value, count: fits }) => {
          const text = facetValueText(facet, value)
          const choice = choiceOf(query, facet, value)
          const link = linkOf?.(value) ?? null
          return (
            <li className={styles.value} key={`${value.text} ${value.exact}`}>
              <Checkbox
                className={styles.text}
                checked={choice === 'only'}
                onChange={() => set(value, choice === 'only' ? 'any' : 'only')}
                label={text}
              />
              <span className={styles.count}>{count(fits)}</span>
              <ToggleButton
                className={styles.not}
                size="small"
                appearance="subtle"
                checked={choice === 'not'}
                aria-label={`Not ${text}`}
                onClick={() => set(value, choice === 'not' ? 'any' : 'not')}
              >
                Not
              </ToggleButton>
              {link !== null && (
                <AppLink className={styles.link} href={link.href} aria-label={`${link.text} ${text}`}>
                  {link.text}
                </AppLink>
              )}
            </li>
          )
        })}
      </ul>
      {fitting.length > mostShown && (
        <p className={styles.quiet}>{counted(fitting.length - mostShown, 'more value')}: type to find one.</p>
      )}
      {all.length > 0 && fitting.length === 0 && <p className={styles.quiet}>No value has these letters.</p>}
    </div>
  )
}

function isSame(a: FacetCount['value'], b: FacetCount['value']): boolean {
  return a.exact === b.exact && a.text.toLowerCase() === b.text.toLowerCase()
}
