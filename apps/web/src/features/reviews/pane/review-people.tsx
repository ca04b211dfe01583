import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Review, ReviewMemberState } from '@trustwright/shared-schemas'
import { reviewMembersQuery } from '../../../api/review-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { reminderText } from '../review-words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { display: 'grid', rowGap: '12px', justifyItems: 'start' },
})

/** For administrators: who decides, how far each is, and a reminder to send them. */
export function ReviewPeople({ review }: { readonly review: Review }) {
  const styles = useStyles()
  const { mayManage, ownersDecide, reviewId, reviewers, state } = review
  const members = useQuery({ ...reviewMembersQuery(reviewId), enabled: mayManage })
  if (!mayManage || !['open', 'paused'].includes(state)) return null
  const known = members.data?.members ?? []
  const left = known.filter((member) => member.state === 'left')
  return (
    <>
      {left.length > 0 && (
        <Callout
          intent="warning"
          title={`${left.map(({ displayName, username }) => displayName || username).join(', ')}: the account is blocked or gone`}
          actions={<AppLink href={paths.reviewSettings(reviewId)}>Name somebody else</AppLink>}
        >
          <p>Their decisions stay. What they did not decide is left to the others and to administrators.</p>
        </Callout>
      )}
      <Fold summary={`Who decides: ${whoWords(review)}`}>
        <div className={styles.body}>
          <ul className={styles.list}>
            {reviewers.map(({ displayName, username }) => (
              <li key={username}>
                {displayName || username}{' '}
                <span className={styles.quiet}>
                  {displayName === '' ? '' : `${username} `}
                  {decidedWords(known.find((member) => member.username === username))}
                </span>
              </li>
            ))}
            {ownersDecide && (
              <li>
                {`Owners, each about what they own. ${counted(review.counts.ownerless, 'trust')} without an owner ${review.counts.ownerless === 1 ? 'is' : 'are'} left to the others.`}
              </li>
            )}
            <li>Administrators of the portal</li>
          </ul>
          <CopyButton
            value={reminderText(review, window.location.origin)}
            what="reminder"
            text="Copy a reminder to send"
            appearance="secondary"
          />
        </div>
      </Fold>
    </>
  )
}

function whoWords({ ownersDecide, reviewers }: Review): string {
  const named = reviewers.length === 0 ? [] : [counted(reviewers.length, 'person', 'people')]
  return [...named, ...(ownersDecide ? ['owners'] : []), 'administrators'].join(', ')
}

function decidedWords(member: ReviewMemberState | undefined): string {
  if (member === undefined) return ''
  const words = `decided about ${counted(member.decided, 'trust')}`
  return member.state === 'left' ? `${words}; account blocked or gone` : words
}
