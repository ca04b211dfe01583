import { makeStyles } from '@fluentui/react-components'
import { limits, type ApplicationDetail } from '@trustwright/shared-schemas'
import { NoPermission } from '../../components/state-views.tsx'
import { Callout } from '../../ui/callout.tsx'

const useStyles = makeStyles({ notices: { display: 'grid', rowGap: '12px' } })

interface ApplicationStandingProps {
  readonly detail: ApplicationDetail
  readonly id: string
}

/** Why nothing can be added here, if so. */
export function ApplicationStanding({ detail, id }: ApplicationStandingProps) {
  const styles = useStyles()
  const { application, trustWrite, slotsLeft } = detail
  const isFull = slotsLeft === 0
  if (trustWrite.allowed && !isFull) return null
  return (
    <div id={id} className={styles.notices}>
      {!trustWrite.allowed && (
        <NoPermission
          to={`add, change or restore trusts of ${application.displayName}`}
          access={trustWrite}
        />
      )}
      {isFull && (
        <Callout intent="warning" title={`All ${limits.trustsPerIdentity} places for trusts are taken`}>
          <p>Delete a trust that is not used any more, or use another application.</p>
        </Callout>
      )}
    </div>
  )
}
