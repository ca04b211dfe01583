import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons'
import type { RemovalPlan } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { useNow } from '../../../components/use-now.ts'
import { duration, relativeTime } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  typed: { display: 'grid', rowGap: '4px', justifyItems: 'start' },
})

/** From so many on the number has to be typed. */
const typedFrom = 6

interface DeleteConfirmProps {
  readonly plan: RemovalPlan
  readonly busy: boolean
  readonly error: unknown
  readonly onDelete: () => void
}

/** What it comes to, how old that knowledge is, and the press that deletes. */
export function DeleteConfirm({ plan, busy, error, onDelete }: DeleteConfirmProps) {
  const styles = useStyles()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const now = useNow()
  const { items, readAt, seconds } = plan
  const all = items.length
  if (all === 0) {
    return (
      <Callout intent="information" title="None of these can be deleted">
        <p>Why stands below.</p>
      </Callout>
    )
  }
  const trusts = counted(all, 'trust')
  const needsTyping = all >= typedFrom && typed.replaceAll(',', '').trim() !== String(all)
  return (
    <div className={styles.head}>
      <Button appearance="primary" icon={<Delete20Regular />} onClick={() => setAsking(true)}>
        Delete {trusts}…
      </Button>
      <span className={styles.quiet}>
        {`${seconds < 1 ? 'It takes a moment' : `About ${duration(seconds)}`} at the pace that Azure allows. `}
        {readAt !== null && `By what was read ${relativeTime(Date.parse(readAt), now)}: `}
        {'whatever changed since is left as it is.'}
      </span>
      <ConfirmDialog
        open={asking}
        title={`Delete ${trusts}`}
        confirmLabel={`Delete ${trusts}`}
        busyLabel="Starting"
        busy={busy}
        error={error}
        blockedReason={needsTyping ? `Type ${count(all)} first.` : null}
        onConfirm={() => {
          if (!needsTyping) onDelete()
        }}
        onCancel={() => setAsking(false)}
      >
        <p>
          {all === 1 ? 'Its workload can' : 'Their workloads can'} no longer sign in to Azure, some minutes
          after. One trust goes after the other, and you can stop in between.
        </p>
        {all >= typedFrom && (
          <label className={styles.typed}>
            To go on, type how many are deleted: {count(all)}
            <Input value={typed} inputMode="numeric" onChange={(_, { value }) => setTyped(value)} />
          </label>
        )}
      </ConfirmDialog>
    </div>
  )
}
