import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Delete20Regular, Info16Regular, Warning16Regular } from '@fluentui/react-icons'
import type { RoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { FactList } from '../../ui/fact-list.tsx'
import { Identifier } from '../identifier.tsx'
import { flagsOf, keptBecause, roleTitle } from './assignment-words.ts'
import { scopeWords } from './scope-words.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '4px 24px',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 280px', minWidth: 0, display: 'grid', rowGap: '2px', overflowWrap: 'anywhere' },
  role: { fontWeight: tokens.fontWeightSemibold },
  flags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 16px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  flag: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
  warns: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  kept: { flex: '0 1 240px', alignSelf: 'center' },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    minHeight: '24px',
    lineHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

interface AssignmentRowProps {
  readonly assignment: RoleAssignment
  readonly subscriptions: readonly Subscription[]
  readonly onRemove: () => void
}

/** One role: what it lets do, where, and what stands out about it. */
export function AssignmentRow({ assignment, subscriptions, onRemove }: AssignmentRowProps) {
  const styles = useStyles()
  const words = scopeWords(assignment.scope, subscriptions)
  const kept = keptBecause(assignment)
  const title = roleTitle(assignment)
  const flags = flagsOf(assignment)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span>
          <span className={styles.role}>{title}</span> on {words.name} {words.place}
        </span>
        {flags.length > 0 && (
          <ul className={styles.flags} aria-label="What stands out">
            {flags.map(({ text, meaning, warns }) => (
              <li key={text} className={styles.flag} title={meaning}>
                {warns ? (
                  <Warning16Regular className={styles.warns} aria-hidden="true" />
                ) : (
                  <Info16Regular aria-hidden="true" />
                )}
                <span className={warns ? styles.warns : undefined}>{text}</span>
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary className={styles.summary}>IDs</summary>
          <FactList
            facts={[
              { term: 'Scope', detail: <Identifier value={assignment.scope} what="scope" /> },
              {
                term: 'Role definition',
                detail: <Identifier value={assignment.roleDefinitionId} what="ID of the role" />,
              },
              {
                term: 'Assignment',
                detail: <Identifier value={assignment.assignmentId} what="ID of the assignment" />,
              },
            ]}
          />
        </details>
      </div>
      {kept === null ? (
        <Button icon={<Delete20Regular />} aria-label={`Remove ${title} on ${words.name}`} onClick={onRemove}>
          Remove
        </Button>
      ) : (
        <span className={mergeClasses(styles.quiet, styles.kept)}>{kept}</span>
      )}
    </li>
  )
}
