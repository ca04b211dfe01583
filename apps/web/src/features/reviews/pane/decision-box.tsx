import { Button, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import type { Review, ReviewItem } from '@trustwright/shared-schemas'
import type { KeyboardEvent } from 'react'
import { CopyButton } from '../../../components/copy-button.tsx'
import { exactTime } from '../../../lib/time.ts'
import { lowerFirst } from '../../../lib/words.ts'
import { decisionWords, sentenceOf, stateWords } from '../review-words.ts'
import { isRisky } from './shown-rows.ts'
import type { ReviewPane } from './use-review-pane.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '12px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  field: { display: 'grid', rowGap: '4px' },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  stored: { minHeight: '20px', overflowWrap: 'anywhere' },
})

/** Keep, remove or skip, with a reason and a note. Keys do the same. */
export function DecisionBox({ review, pane }: { readonly review: Review; readonly pane: ReviewPane }) {
  const styles = useStyles()
  const item = pane.item.data
  const isOpen = review.state === 'open'
  const { fields } = pane
  const mustSay = item !== undefined && isRisky(item)
  const onKeys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || event.shiftKey || !pane.asksReason) return
    event.preventDefault()
    event.currentTarget.blur()
    pane.decide('keep')
  }
  return (
    <section className={styles.box} aria-label="Decision">
      <p className={styles.stored} aria-live="off">
        {storedWords(item)}
      </p>
      {!isOpen && (
        <p id="review-closed" className={styles.quiet}>
          {`The review is ${lowerFirst(stateWords[review.state])}, so nothing can be decided.`}
        </p>
      )}
      <div className={styles.buttons}>
        {(['keep', 'remove', 'skip'] as const).map((decision) => (
          <Button
            key={decision}
            appearance={item?.decided?.decision === decision ? 'primary' : 'secondary'}
            aria-pressed={item?.decided?.decision === decision}
            aria-keyshortcuts={decision.slice(0, 1)}
            disabledFocusable={!isOpen}
            {...(isOpen ? {} : { 'aria-describedby': 'review-closed' })}
            onClick={() => pane.decide(decision)}
          >
            {decisionWords[decision]}
          </Button>
        ))}
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="review-reason">
          {mustSay ? 'Reason (needed to keep it)' : 'Reason'}
        </label>
        <Textarea
          id="review-reason"
          rows={2}
          maxLength={1000}
          value={fields.reason}
          textarea={{ ref: pane.reasonField }}
          onChange={(_, { value }) => fields.setReason(value)}
          onKeyDown={onKeys}
          {...(pane.asksReason ? { 'aria-describedby': 'review-reason-needed', 'aria-invalid': true } : {})}
        />
        {pane.asksReason && (
          <span id="review-reason-needed" className={styles.error}>
            {`Say why it may stay: it has a ${item?.severity ?? 'high'} finding. Enter keeps it.`}
          </span>
        )}
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="review-note">
          Note
        </label>
        <Textarea
          id="review-note"
          rows={2}
          maxLength={1000}
          value={fields.note}
          onChange={(_, { value }) => fields.setNote(value)}
          onKeyDown={onKeys}
        />
        <span className={styles.quiet}>Stored with the decision. Escape leaves the field.</span>
      </div>
      {item !== undefined && (
        <span id="review-ask">
          <CopyButton
            value={`Is this trust still needed, and for what?\n${sentenceOf(item)} (${item.name})\nOwners: ${item.owners?.join(', ') || 'nobody is named'}\n${window.location.href}`}
            what="question to its owner"
            text="Copy a question to its owner"
            appearance="secondary"
          />
        </span>
      )}
      <p className={styles.quiet}>
        Keys: K keep, R remove, S skip, N note, O owner, J or → next, ← before, Z take back, ? all.
      </p>
    </section>
  )
}

/** A key that is pressed before the facts are there does nothing: nobody decides about what they did not see. */
function storedWords(item: ReviewItem | undefined): string {
  if (item === undefined) return 'Reading the facts.'
  if (item.decided === null) return 'Not decided yet.'
  const { at, by, decision } = item.decided
  return `${by.username} decided to ${lowerFirst(decisionWords[decision])} it, ${exactTime(Date.parse(at))}.`
}
