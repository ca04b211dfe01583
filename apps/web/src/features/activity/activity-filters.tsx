import { Button, Input, Select, makeStyles, tokens } from '@fluentui/react-components'
import { ActivityOperation, ActivityOutcome } from '@trustwright/shared-schemas'
import { useId, type ReactNode } from 'react'
import { operationWords, outcomeWords } from '../../components/activity-words.ts'
import { useSearchText } from '../../components/use-search-text.ts'
import type { ActivitySearch } from '../../search.ts'

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 144px), 1fr))',
    alignItems: 'end',
    gap: '8px',
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px', minWidth: 0 },
  // The longest choice would make it wider than its place.
  select: { minWidth: 0, '& select': { width: '100%', textOverflow: 'ellipsis' } },
  clear: { justifySelf: 'start' },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface ActivityFiltersProps {
  readonly search: ActivitySearch
  /** Of several people, so that one can be looked for. */
  readonly showActor: boolean
  readonly onChange: (next: Partial<ActivitySearch>) => void
  /** Absent: nothing is narrowed. */
  readonly onClear: (() => void) | undefined
}

/** Who, what, to what, how it ended and when; each in the address. */
export function ActivityFilters({ search, showActor, onChange, onClear }: ActivityFiltersProps) {
  const styles = useStyles()
  const orNothing = (value: string) => (value === '' ? undefined : value)
  return (
    <search className={styles.bar}>
      {showActor && (
        <TextPart
          label="Who"
          value={search.actor ?? ''}
          onText={(value) => onChange({ actor: orNothing(value) })}
        />
      )}
      <Part label="What">
        {(id) => (
          <Select
            id={id}
            className={styles.select}
            value={search.operation ?? ''}
            onChange={(_, { value }) => onChange({ operation: orNothing(value) })}
          >
            <option value="">Anything</option>
            {search.operation?.includes(',') === true && (
              <option value={search.operation}>
                {search.operation.split(',').map(wordsOf).join(' or ')}
              </option>
            )}
            {ActivityOperation.options.map((operation) => (
              <option key={operation} value={operation}>
                {wordsOf(operation)}
              </option>
            ))}
          </Select>
        )}
      </Part>
      <TextPart
        label="To what"
        value={search.target ?? ''}
        onText={(value) => onChange({ target: orNothing(value) })}
      />
      <Part label="How it ended">
        {(id) => (
          <Select
            id={id}
            className={styles.select}
            value={search.outcome ?? ''}
            onChange={(_, { value }) => {
              const outcome = ActivityOutcome.safeParse(value)
              onChange({ outcome: outcome.success ? outcome.data : undefined })
            }}
          >
            <option value="">In any way</option>
            {ActivityOutcome.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeWords(outcome).word}
              </option>
            ))}
          </Select>
        )}
      </Part>
      <Part label="From day (UTC)">
        {(id) => (
          <Input
            id={id}
            type="date"
            value={search.from ?? ''}
            onChange={(_, { value }) => onChange({ from: orNothing(value) })}
          />
        )}
      </Part>
      <Part label="To day (UTC)">
        {(id) => (
          <Input
            id={id}
            type="date"
            value={search.to ?? ''}
            onChange={(_, { value }) => onChange({ to: orNothing(value) })}
          />
        )}
      </Part>
      {onClear !== undefined && (
        <Button className={styles.clear} onClick={onClear}>
          Clear the filters
        </Button>
      )}
    </search>
  )
}

function wordsOf(operation: string): string {
  const known = ActivityOperation.safeParse(operation)
  return known.success ? operationWords({ operation: known.data, target: '' }) : operation
}

function Part({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const styles = useStyles()
  const id = useId()
  return (
    <span className={styles.part}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </span>
  )
}

interface TextPartProps {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
}

function TextPart({ label, value, onText }: TextPartProps) {
  const { text, setText } = useSearchText(value, onText, 300)
  return (
    <Part label={label}>
      {(id) => (
        <Input
          id={id}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      )}
    </Part>
  )
}
