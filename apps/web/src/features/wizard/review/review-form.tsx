import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { CauseField } from '@trustwright/federation'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { subscriptionsQuery } from '../../../api/identity-queries.ts'
import { LeftRoles } from '../../../components/access/left-roles.tsx'
import { SeveralPreflightNotes } from '../../../components/checks/several-preflight-notes.tsx'
import { RiskTick } from '../../../components/checks/risk-tick.tsx'
import { useRoleWords } from '../../../components/access/use-role-words.ts'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { changeTitle } from '../../../components/set-up/change-list.ts'
import { ChangeView } from '../../../components/set-up/change-view.tsx'
import { presetIdOf } from '../draft-body.ts'
import { DraftPreview } from '../draft-preview.tsx'
import { FarAccess } from './far-access.tsx'
import { useFarAccess } from './use-far-access.ts'
import { FoldedCode } from './folded-code.tsx'
import { nameOfDraftParent } from '../parent-of-draft.ts'
import { ReviewAnswers } from './review-answers.tsx'
import { useCreate } from './review-create.ts'
import { ReviewNotes } from './review-notes.tsx'
import { useReviewPlan } from './review-plan.ts'
import { useReviewRisks } from './review-risks.ts'
import { answersOf, platformOf } from './review-words.ts'
import { StepActions } from '../step-actions.tsx'
import { useNameOfParent } from '../identity/use-name-of-parent.ts'
import { useTrustsOfWorkload } from '../identity/use-trusts-of-workload.ts'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({
  // As every form of the portal: what will happen stands beside it, or before the button.
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 624px) minmax(400px, 1fr)',
    gridTemplateRows: 'auto 1fr',
    gap: '24px 32px',
    maxWidth: '1200px',
    '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 640px)', gridTemplateRows: 'none' },
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px', alignContent: 'start' },
  aside: {
    minWidth: 0,
    gridColumn: 2,
    gridRow: '1 / span 2',
    alignSelf: 'start',
    '@media (max-width: 1199px)': { gridColumn: 'auto', gridRow: 'auto' },
  },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ReviewFormProps {
  readonly wizard: Wizard
  readonly item: SetUpItem
}

/** The answers, what changes in Azure, what will come of it, and the one button. */
export function ReviewForm({ wizard, item: wanted }: ReviewFormProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const { body } = wizard
  const { risks, said, item } = useReviewRisks(body, wanted)
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const name = nameOfDraftParent(body.parent, useNameOfParent(body.parent))
  const roles = useRoleWords(item.roles, name)
  const already = useTrustsOfWorkload(body, item)
  const plan = useReviewPlan(item, wizard.storedId, (index) => roles[index]?.short ?? '')
  const far = useFarAccess(item.roles, wizard.draftId)
  const { busy, error, isChanged, create } = useCreate(wizard, item, plan, far.reason)
  const { changes, stopped } = plan
  const existing = body.parent?.kind === 'existing' ? body.parent.parent : null
  // Only the platform of raw strings has the claims as its fields.
  const set = (field: CauseField, value: string) =>
    wizard.change({ fields: { ...body.fields, [field]: value } })
  const blocked =
    stopped !== null
      ? `The ${stopped.kind} ${stopped.name} stands in the way. Change it as said above.`
      : (risks.blockedReason ?? far.blocked)
  return (
    <form
      className={styles.columns}
      aria-label="Review"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && blocked === null) void create()
      }}
    >
      <div className={styles.part}>
        <ReviewAnswers
          draftId={wizard.draftId}
          answers={answersOf({ body, item, name, roles, already, cloud })}
        />
        <section className={styles.section}>
          <h2 className={styles.title}>{changeTitle(changes, platformOf(item, cloud))}</h2>
          <ChangeView changes={changes} />
          {plan.wait !== null && stopped === null && <p className={styles.quiet}>{plan.wait}</p>}
        </section>
        <ReviewNotes plan={plan} item={item} name={name} isChanged={isChanged} />
        {plan.left.length > 0 && (
          <LeftRoles name={name} parent={item.parent} principalId={null} roles={plan.left} />
        )}
        <SeveralPreflightNotes parent={existing} trusts={item.trusts} hidden={said} asks={!plan.isAskable} />
        <FarAccess far={far} name={name} subscriptions={subscriptions} />
      </div>
      <div className={styles.aside}>
        <DraftPreview body={body} isLast onSet={presetIdOf(body) === 'other-issuer' ? set : undefined} />
      </div>
      <div className={styles.part}>
        <FoldedCode item={item} />
        {error !== null && <ProblemNotice error={error} />}
        <RiskTick risks={risks} />
        <StepActions wizard={wizard} back="access">
          <SubmitButton
            label={changes.every(({ effect }) => effect === 'same') ? 'Verify' : 'Create and verify'}
            busyLabel="Starting"
            busy={busy}
            blockedReason={blocked}
          />
        </StepActions>
      </div>
    </form>
  )
}
