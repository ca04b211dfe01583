import { Select, makeStyles } from '@fluentui/react-components'
import { FindingSeveritySchema, findingSeverities, type FindingState } from '@trustwright/shared-schemas'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { severityWords } from '../../components/findings/severity-words.ts'
import { useSearchText } from '../../components/use-search-text.ts'
import { count } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import type { FindingsSearch } from '../../search.ts'

const useStyles = makeStyles({ bar: { display: 'grid', rowGap: '8px' } })

const stateWords: Readonly<Record<FindingState, string>> = {
  active: 'Open',
  accepted: 'Accepted',
  fixed: 'Fixed',
}

interface FindingFiltersProps {
  readonly search: FindingsSearch
  /** Of the chosen rule or of all; absent while they are not known. */
  readonly states: Readonly<Record<FindingState, number>> | undefined
  readonly count: string
  readonly onChange: (next: Partial<FindingsSearch>) => void
}

/** State, severity and words; each in the address. */
export function FindingFilters({ search, states, count: shown, onChange }: FindingFiltersProps) {
  const styles = useStyles()
  const { text, setText } = useSearchText(
    search.q ?? '',
    (typed) => onChange({ q: typed === '' ? undefined : typed }),
    250,
  )
  const current = search.state ?? 'active'
  return (
    <div className={styles.bar}>
      <ChoiceLinks
        label="State"
        look="segments"
        choices={(['active', 'accepted', 'fixed'] as const).map((state) => ({
          text: states === undefined ? stateWords[state] : `${stateWords[state]} ${count(states[state])}`,
          href: paths.findings({
            ...search,
            rule: search.rule ?? 'all',
            state: state === 'active' ? undefined : state,
          }),
          current: current === state,
        }))}
      />
      <FilterBar
        label="Filter findings"
        placeholder="Workload, identity, issuer, subject…"
        value={text}
        onText={setText}
        count={shown}
      >
        <Select
          aria-label="Severity"
          value={search.severity ?? ''}
          onChange={(_, { value }) => {
            const chosen = FindingSeveritySchema.safeParse(value)
            onChange({ severity: chosen.success ? chosen.data : undefined })
          }}
        >
          <option value="">Any severity</option>
          {findingSeverities.map((severity) => (
            <option key={severity} value={severity}>
              {severityWords[severity]}
            </option>
          ))}
        </Select>
      </FilterBar>
    </div>
  )
}
