import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import type { SpreadPlan, Target } from './spread-rows.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '4px', maxWidth: '640px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  gone: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface ChosenTargetsProps {
  readonly targets: readonly Target[]
  readonly plan: SpreadPlan
  /** Keys of those that Azure does not have any more. */
  readonly gone: readonly string[]
  readonly onDrop: (key: string) => void
}

/** The identities that were chosen, with the room they have and what the plan puts there. */
export function ChosenTargets({ targets, plan, gone, onDrop }: ChosenTargetsProps) {
  const styles = useStyles()
  if (targets.length === 0) return null
  const added = new Map(plan.uses.map((use) => [use.target.key, use.added]))
  return (
    <ul className={styles.list} aria-label="Chosen identities">
      {targets.map(({ key, name, parent, stored }) => (
        <li key={key} className={styles.item}>
          {parent.kind === 'application' ? <ApplicationMark /> : <ManagedIdentityMark />}
          <span className={styles.words}>
            <span>{name}</span>
            {gone.includes(key) ? (
              <span className={styles.gone}>Not in Azure any more, or not shown to you</span>
            ) : (
              <span className={styles.quiet}>{roomWords(stored.length, added.get(key) ?? 0)}</span>
            )}
          </span>
          <Button
            appearance="subtle"
            icon={<Dismiss20Regular />}
            aria-label={`Leave out ${name}`}
            onClick={() => onDrop(key)}
          />
        </li>
      ))}
    </ul>
  )
}

function roomWords(stored: number, added: number): string {
  return `${stored} of 20 used${added === 0 ? '' : `, ${added} to come`}`
}
