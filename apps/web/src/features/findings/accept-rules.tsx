import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StoredAcceptRule } from '@trustwright/shared-schemas'
import {
  acceptRulesQuery,
  findingsKey,
  withdrawAcceptRule,
  type WhoseFindings,
} from '../../api/finding-queries.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { notify } from '../../components/toaster.tsx'
import { calendarDay } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { acceptRuleWords } from './accept-rule-words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  item: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  words: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** Rules that accept findings in advance; for administrators. */
export function AcceptRules({ of }: { readonly of: WhoseFindings }) {
  const styles = useStyles()
  const queries = useQueryClient()
  const read = useQuery(acceptRulesQuery(of))
  const withdraw = useMutation({
    mutationFn: withdrawAcceptRule,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: findingsKey })
      notify({ intent: 'success', title: 'Rule withdrawn', text: 'What it accepted is open again.' })
    },
  })
  const rules = read.data?.rules ?? []
  if (read.error !== null) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
  if (rules.length === 0) return null
  return (
    <Fold summary={`${counted(rules.length, 'rule')} that accept in advance`}>
      {withdraw.error !== null && <ProblemNotice error={withdraw.error} />}
      <ul className={styles.list}>
        {rules.map((rule) => (
          <li key={rule.acceptRuleId} className={styles.item}>
            <Words rule={rule} />
            <Button disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate(rule.acceptRuleId)}>
              Withdraw<VisuallyHidden>: {acceptRuleWords(rule.body)}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Words({ rule: { accepted, body, by, reason, until } }: { readonly rule: StoredAcceptRule }) {
  const styles = useStyles()
  return (
    <span className={styles.words}>
      {acceptRuleWords(body)}
      <br />
      <span className={styles.small}>
        {`${counted(accepted, 'finding')} until ${calendarDay(until.slice(0, 10))}, by ${by}: ${reason}`}
      </span>
    </span>
  )
}
