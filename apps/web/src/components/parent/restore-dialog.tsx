import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { DeletedTrust, TrustParent } from '@trustwright/shared-schemas'
import { parentTrustsQuery } from '../../api/parent-queries.ts'
import { exactTime } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AppLink } from '../app-link.tsx'
import { QueryView } from '../query-view.tsx'
import { TrustLine } from '../trust-line.tsx'
import { RestoreButton } from './restore-button.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface RestoreDialogProps {
  readonly parent: TrustParent
  readonly name: string
  /** Which of the kept ones is meant. */
  readonly isMeant: (deleted: DeletedTrust) => boolean
  readonly onClose: () => void
}

/** Makes a trust again that was deleted here, and says what does not come back; or why there is nothing to make again. */
export function RestoreDialog({ parent, name, isMeant, onClose }: RestoreDialogProps) {
  const styles = useStyles()
  const read = useQuery({ ...parentTrustsQuery(parent), staleTime: 0 })
  const one = read.data?.deleted.find(isMeant)
  return (
    <Modal
      open
      title={`Restore ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {one !== undefined && (
            <RestoreButton parent={parent} deleted={one} reasonId={null} onRestored={onClose} primary />
          )}
        </>
      }
    >
      <QueryView
        query={read}
        skeleton={<Skeleton shape="facts" count={2} label="Looking whether it was kept" />}
      >
        {({ trusts }) => {
          if (one === undefined)
            return <NotKept parent={parent} isStored={trusts.some((trust) => trust.name === name)} />
          return (
            <div className={styles.box}>
              <TrustLine
                issuer={one.trust.issuer}
                subject={one.trust.subject}
                expression={one.trust.expression}
              />
              <p>
                Restoring makes a new trust with the same values. Azure takes a few minutes to spread it, and
                what refers to the old one by ID does not come back.
              </p>
              <p className={styles.quiet}>
                {`Deleted ${exactTime(Date.parse(one.deletedAt))} by ${one.deletedBy}. Kept until ${exactTime(Date.parse(one.restorableUntil))}.`}
              </p>
            </div>
          )
        }}
      </QueryView>
    </Modal>
  )
}

function NotKept({ parent, isStored }: { readonly parent: TrustParent; readonly isStored: boolean }) {
  return (
    <Callout
      intent="information"
      title={isStored ? 'A trust of this name is stored again' : 'Nothing is kept to restore'}
    >
      <p>
        {isStored
          ? 'It was restored, or somebody made another one of the same name: '
          : 'It was restored and deleted again since, its 30 days are over, or the deletion never happened: '}
        <AppLink href={paths.parent(parent)}>look at its identity or application</AppLink>.
      </p>
    </Callout>
  )
}
