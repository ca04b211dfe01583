import { makeStyles, tokens } from '@fluentui/react-components'
import type { RoleAssignment, RoleAssignmentList, Subscription } from '@trustwright/shared-schemas'
import { UnreadableList } from '../unreadable-list.tsx'
import { AssignmentRow } from './assignment-row.tsx'
import { readingWords } from './assignment-words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

interface AssignmentListProps {
  readonly list: RoleAssignmentList
  readonly subscriptions: readonly Subscription[]
  readonly onRemove: (assignment: RoleAssignment) => void
}

/** The roles as Azure told them, and what it did not tell. */
export function AssignmentList({ list, subscriptions, onRemove }: AssignmentListProps) {
  const styles = useStyles()
  return (
    <>
      <p className={styles.quiet}>{readingWords(list)}</p>
      <UnreadableList unreadable={list.unreadable} meaning="It may hold roles there that this list lacks." />
      {list.assignments.length > 0 && (
        <ul className={styles.list} aria-label="Roles">
          {list.assignments.map((assignment) => (
            <AssignmentRow
              key={assignment.assignmentId}
              assignment={assignment}
              subscriptions={subscriptions}
              onRemove={() => onRemove(assignment)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
