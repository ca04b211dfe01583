import { makeStyles, tokens } from '@fluentui/react-components'
import type { Review, ReviewPlan } from '@trustwright/shared-schemas'
import { count, counted } from '../../../lib/words.ts'

const useStyles = makeStyles({
  line: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: '28px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** `17 removals, 4 unchanged`, and what silence did. */
export function PlanSummary({ plan, review }: { readonly plan: ReviewPlan; readonly review: Review }) {
  const styles = useStyles()
  const { bySilence, changed, gone, kept, removals, skipped, undecided } = plan
  const stays = kept + skipped + undecided - bySilence
  return (
    <div>
      <p className={styles.line}>{`${counted(removals, 'removal')}, ${count(stays)} unchanged`}</p>
      <p className={styles.quiet}>
        {`${count(kept)} kept, ${count(skipped)} skipped, ${count(undecided)} undecided. `}
        {undecided === 0
          ? ''
          : review.silence === 'keep'
            ? 'Nobody decided about those, so they stay.'
            : `Nobody decided about those, and this review lets silence remove: ${counted(bySilence, 'removal')} of these.`}
      </p>
      {changed + gone > 0 && (
        <p className={styles.quiet}>
          {`Since their facts were kept ${counted(changed, 'trust')} changed and ${count(gone)} went, as the newest inventory tells: those are left alone.`}
        </p>
      )}
    </div>
  )
}
