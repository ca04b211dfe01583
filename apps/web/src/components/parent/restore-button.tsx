import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import type { DeletedTrust, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { restoreTrust } from '../../api/trust-calls.ts'
import { ProblemNotice } from '../problem-notice.tsx'
import { notify } from '../toaster.tsx'

const useStyles = makeStyles({ box: { display: 'grid', rowGap: '8px', justifyItems: 'start', minWidth: 0 } })

interface RestoreButtonProps {
  readonly parent: TrustParent
  readonly deleted: DeletedTrust
  /** Of the text that says why it cannot be pressed; null while it can. */
  readonly reasonId: string | null
  readonly onRestored?: () => void
  readonly primary?: boolean
}

/** Makes a deleted trust again. What goes wrong is said beside it. */
export function RestoreButton({
  parent,
  deleted,
  reasonId,
  onRestored,
  primary = false,
}: RestoreButtonProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })

  async function restore() {
    setState({ busy: true, error: null })
    try {
      const trust = await restoreTrust(parent, deleted.deletedTrustId)
      notify({
        intent: 'success',
        title: `Restored ${trust.name}`,
        text: 'Azure takes a few minutes to spread it.',
      })
      setState({ busy: false, error: null })
      onRestored?.()
    } catch (error) {
      setState({ busy: false, error })
    }
    await Promise.all(parentWriteKeys(parent).map((queryKey) => queries.invalidateQueries({ queryKey })))
  }

  return (
    <span className={styles.box}>
      <Button
        icon={<ArrowUndo20Regular />}
        appearance={primary ? 'primary' : 'secondary'}
        disabledFocusable={state.busy || reasonId !== null}
        {...(reasonId === null ? {} : { 'aria-describedby': reasonId })}
        aria-label={`Restore ${deleted.trust.name}`}
        onClick={() => void restore()}
      >
        {state.busy ? 'Restoring' : 'Restore'}
      </Button>
      {state.error !== null && <ProblemNotice error={state.error} />}
    </span>
  )
}
