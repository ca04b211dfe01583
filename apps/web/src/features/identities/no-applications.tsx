import { Button } from '@fluentui/react-components'
import { ActionLink } from '../../components/action-link.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'

interface NoApplicationsProps {
  readonly of: 'mine' | 'all'
  readonly search: string
  readonly onClear: () => void
  /** The same search among all applications. */
  readonly everywhere: string
}

/** Why the list is empty, and the one thing to do about it. */
export function NoApplications({ of, search, onClear, everywhere }: NoApplicationsProps) {
  if (search !== '') {
    return (
      <EmptyState
        kind="no-match"
        title={`No application${of === 'mine' ? ' of yours' : ''} matches “${search}”`}
        action={
          of === 'mine' ? (
            <ActionLink href={everywhere}>Search all applications</ActionLink>
          ) : (
            <Button onClick={onClear}>Clear the search</Button>
          )
        }
      >
        {of === 'all' && 'Graph finds words of a name by their beginning, and whole application IDs.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title={of === 'mine' ? 'You own no application yet' : 'The directory has no application yet'}
      action={
        <ActionLink appearance="primary" href={paths.applicationCreate()}>
          New application
        </ActionLink>
      }
    >
      Make one, or ask an owner of an application to add you as one. Those of others are under “All”.
    </EmptyState>
  )
}
