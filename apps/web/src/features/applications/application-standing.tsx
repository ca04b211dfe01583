import { limits, type ApplicationDetail } from '@trustwright/shared-schemas'
import { NoPermission } from '../../components/state-views.tsx'
import { Callout } from '../../ui/callout.tsx'

interface ApplicationStandingProps {
  readonly detail: ApplicationDetail
  readonly id: string
}

/** Why nothing can be added here, if so. */
export function ApplicationStanding({ detail, id }: ApplicationStandingProps) {
  const { application, trustWrite, slotsLeft } = detail
  if (!trustWrite.allowed) {
    return (
      <NoPermission
        id={id}
        to={`add, change or restore trusts of ${application.displayName}`}
        access={trustWrite}
      />
    )
  }
  if (slotsLeft > 0) return null
  return (
    <div id={id}>
      <Callout intent="warning" title={`All ${limits.trustsPerIdentity} places for trusts are taken`}>
        <p>Delete a trust that is not used any more, or use another application.</p>
      </Callout>
    </div>
  )
}
