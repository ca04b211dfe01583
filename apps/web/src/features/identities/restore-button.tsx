import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { endpoints, type DeletedTrust, type IdentityPath } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { notify } from '../../components/toaster.tsx'

const useStyles = makeStyles({ box: { display: 'grid', rowGap: '8px', justifyItems: 'start', minWidth: 0 } })

interface RestoreButtonProps {
  readonly path: IdentityPath
  readonly deleted: DeletedTrust
  /** Of the text that says why it cannot be pressed; null while it can. */
  readonly reasonId: string | null
}

/** Makes a deleted trust again. What goes wrong is said beside it. */
export function RestoreButton({ path, deleted, reasonId }: RestoreButtonProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })

  async function restore() {
    setState({ busy: true, error: null })
    try {
      const trust = await call(endpoints.restoreTrust, {
        params: { ...path, deletedTrustId: deleted.deletedTrustId },
      })
      notify({
        intent: 'success',
        title: `Restored ${trust.name}`,
        text: 'Azure takes a few minutes to spread it.',
      })
      setState({ busy: false, error: null })
    } catch (error) {
      setState({ busy: false, error })
    }
    await queries.invalidateQueries({ queryKey: ['listTrusts', path] })
    void queries.invalidateQueries({ queryKey: ['listIdentityActivity', path] })
  }

  return (
    <span className={styles.box}>
      <Button
        icon={<ArrowUndo20Regular />}
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
