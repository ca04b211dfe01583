import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { dryRunQuery } from '../../api/set-up-calls.ts'
import { useRoleWords } from '../../components/access/use-role-words.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { changesOfPlan } from '../../components/set-up/change-list.ts'
import { ChangeView } from '../../components/set-up/change-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { nameOfWishParent } from './wish-words.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

const most = 20

/** What a set-up would make, find there already or be refused, as Azure answers the administrator now. */
export function SetUpChecks({ items }: { readonly items: readonly SetUpItem[] }) {
  const styles = useStyles()
  const dryRun = useQuery(dryRunQuery(items))
  if (dryRun.error !== null)
    return <ProblemNotice error={dryRun.error} onRetry={() => void dryRun.refetch()} />
  if (dryRun.data === undefined) return <Skeleton shape="rows" count={3} label="Asking Azure" />
  const plans = new Map(dryRun.data.items.map((plan) => [plan.key, plan]))
  return (
    <div className={styles.box}>
      {dryRun.data.refused.map(({ key, problems }) => (
        <p key={key}>{`${key}: ${problems[0]?.message ?? 'It breaks a rule of Azure.'}`}</p>
      ))}
      {items.slice(0, most).map((item) => {
        const plan = plans.get(item.key)
        return plan === undefined ? null : (
          <div key={item.key}>
            {items.length > 1 && <div className={styles.name}>{item.key}</div>}
            <Plan item={item} plan={plan} />
          </div>
        )
      })}
      {items.length > most && <p>{summary(dryRun.data)}</p>}
    </div>
  )
}

function Plan({ item, plan }: { readonly item: SetUpItem; readonly plan: SetUpDryRun['items'][number] }) {
  const words = useRoleWords(item.roles, nameOfWishParent(item.parent))
  return <ChangeView changes={changesOfPlan(plan, (index) => words[index]?.short ?? '')} />
}

function summary({ counts }: SetUpDryRun): string {
  const refused = (counts.refused ?? 0) + (counts.conflict ?? 0)
  return `Of all rows: ${counts.create ?? 0} steps would be made, ${counts['already-there'] ?? 0} are there already, ${refused} would be refused.`
}
