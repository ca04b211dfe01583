import { Button, makeStyles } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deleteDraft, draftsQuery } from '../../../api/draft-calls.ts'
import { trustQuery } from '../../../api/trust-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { useGo } from '../../../components/app-link.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { paths, type TrustKey } from '../../../paths.ts'
import { anotherTrustAddress } from '../start/another-trust.ts'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px' } })

/** The draft did its work, so it goes; the trust has a page of its own. */
export function FinishWizard({ wizard, trustKey }: { readonly wizard: Wizard; readonly trustKey: TrustKey }) {
  const styles = useStyles()
  const go = useGo()
  const cloud = useCloud()
  const queries = useQueryClient()
  const trust = useQuery(trustQuery(trustKey)).data
  const another = trust === undefined ? null : anotherTrustAddress(trust, cloud)
  const finish = useMutation({
    mutationFn: async () => {
      const draftId = await wizard.flush()
      wizard.end()
      if (draftId !== null) await deleteDraft(draftId)
    },
    // A draft that stays is out of the list all the same, and goes after its 30 days.
    onSettled: () => {
      void queries.invalidateQueries(draftsQuery)
      go(paths.trust(trustKey))
    },
  })
  return (
    <div className={styles.row}>
      <Button appearance="primary" disabledFocusable={finish.isPending} onClick={() => finish.mutate()}>
        Done: open the trust
      </Button>
      {another !== null && <ActionLink href={another}>Another one for this workload</ActionLink>}
      <ActionLink href={paths.wizardStep(wizard.draftId, 'verify')} appearance="subtle">
        Back
      </ActionLink>
    </div>
  )
}
