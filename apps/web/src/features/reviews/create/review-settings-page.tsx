import { Button, makeStyles } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Review } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { changeReview, moveReview, reviewQuery } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { announce } from '../../../components/announcer.tsx'
import { useGo } from '../../../components/app-link.tsx'
import { NotAdministrator } from '../../../components/findings/not-administrator.tsx'
import { FormShell } from '../../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { useSession } from '../../../components/use-session.ts'
import { paths } from '../../../paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { stateWords } from '../review-words.ts'
import { QueryField } from './query-field.tsx'
import { reviewForm, settingsOf, valuesOf, type ReviewForm } from './review-form.ts'
import { ReviewPreviewPanel } from './review-preview-panel.tsx'
import { SettingsFields } from './settings-fields.tsx'

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } })

const route = getRouteApi('/reviews/$reviewId/settings')

/** People, day and silence of a review that is not ended; of a draft also its trusts, and its opening. */
export function ReviewSettingsPage() {
  const { reviewId } = route.useParams()
  const isAdmin = useSession().user?.isAdmin === true
  const review = useQuery(reviewQuery(reviewId))
  const { data } = review
  return (
    <>
      <PageHeader
        title={data === undefined ? 'Settings of a review' : `${data.name}: settings`}
        {...(data?.state === 'draft' && {
          summary: 'A draft: nobody else sees it, and nobody decides, until it is opened.',
        })}
        breadcrumbs={[
          { text: 'Reviews', href: paths.reviews() },
          { text: data?.name ?? 'Review', href: paths.review(reviewId) },
        ]}
      />
      {isAdmin ? (
        <QueryView query={review} skeleton={<Skeleton shape="facts" count={5} label="Reading the review" />}>
          {(found) =>
            ['draft', 'open', 'paused'].includes(found.state) ? (
              <Form review={found} />
            ) : (
              <EmptyState
                kind="no-match"
                title="Its settings stand"
                action={<ActionLink href={paths.review(reviewId)}>To the review</ActionLink>}
              >
                {`The review is ${stateWords[found.state].toLowerCase()}, so they cannot be changed any more.`}
              </EmptyState>
            )
          }
        </QueryView>
      ) : (
        <NotAdministrator to="change reviews" at={paths.reviewSettings(reviewId)} />
      )}
    </>
  )
}

function Form({ review }: { readonly review: Review }) {
  const styles = useStyles()
  const go = useGo()
  const queries = useQueryClient()
  const { isPicked, of, query: before, reviewId, state } = review
  const isDraft = state === 'draft'
  const defaultValues = valuesOf(review)
  const form = useForm<ReviewForm>({ resolver: zodResolver(reviewForm(defaultValues.due)), defaultValues })
  const { control } = form
  const query = useWatch({ control, name: 'query' })
  const save = useMutation({
    mutationFn: async ({ values, opens }: { readonly values: ReviewForm; readonly opens: boolean }) => {
      const isOther = isDraft && !isPicked && values.query !== before
      const changed = await changeReview(reviewId, {
        ...settingsOf(values),
        // The portal keeps the moment of a day that stays.
        ...(values.due === defaultValues.due && { dueAt: review.dueAt }),
        version: review.version,
        ...(isOther && { choice: { of, query: values.query } }),
      })
      queries.setQueryData(reviewQuery(reviewId).queryKey, changed)
      return opens ? await moveReview(changed, 'open') : changed
    },
    onSuccess: (changed) => {
      queries.setQueryData(reviewQuery(reviewId).queryKey, changed)
      announce(changed.state === 'draft' ? 'Draft saved' : 'Settings saved')
      if (changed.state === 'draft') form.reset(valuesOf(changed))
      else go(paths.review(reviewId, { filter: 'undecided' }))
    },
    onError: () => void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey }),
  })
  const send = (opens: boolean) => (values: ReviewForm) =>
    save.mutateAsync({ values, opens }).then(
      () => undefined,
      () => undefined,
    )
  return (
    <FormShell
      form={form}
      label="Settings of the review"
      onSubmit={send(isDraft)}
      submitError={save.error}
      aside={isDraft && !isPicked ? <ReviewPreviewPanel choice={{ of, query }} /> : null}
      actions={
        <div className={styles.actions}>
          <SubmitButton
            label={isDraft ? 'Open the review' : 'Save'}
            busyLabel="Saving"
            busy={save.isPending}
          />
          {isDraft && (
            <Button disabledFocusable={save.isPending} onClick={() => void form.handleSubmit(send(false))()}>
              Save the draft
            </Button>
          )}
          <ActionLink href={isDraft ? paths.reviews() : paths.review(reviewId)}>Back</ActionLink>
        </div>
      }
    >
      {isDraft && <QueryField control={control} picked={isPicked ? review.counts.items : null} />}
      <SettingsFields form={form} />
    </FormShell>
  )
}
