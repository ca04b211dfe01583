import { Button, makeStyles } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { createReview, reviewsQuery, type ReviewChosen } from '../../../api/review-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { announce } from '../../../components/announcer.tsx'
import { useGo } from '../../../components/app-link.tsx'
import { NotAdministrator } from '../../../components/findings/not-administrator.tsx'
import { FormShell } from '../../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { readPickedTrusts } from '../../../components/inventory/picked-trusts.ts'
import { PageHeader } from '../../../components/page-header.tsx'
import { EmptyState } from '../../../components/state-views.tsx'
import { useSession } from '../../../components/use-session.ts'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { QueryField } from './query-field.tsx'
import { dayOf, reviewForm, settingsOf, usualDay, type ReviewForm } from './review-form.ts'
import { ReviewPreviewPanel } from './review-preview-panel.tsx'
import { SettingsFields } from './settings-fields.tsx'

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } })

const route = getRouteApi('/reviews/new')

/** Which trusts, who decides, by when, and what silence means. */
export function ReviewCreatePage() {
  const isAdmin = useSession().user?.isAdmin === true
  const { picked } = route.useSearch()
  const [keys] = useState(() => (picked === undefined ? null : readPickedTrusts()))
  return (
    <>
      <PageHeader
        title="New review"
        summary="It keeps the trusts and their facts as they are now. Making it removes nothing."
        breadcrumbs={[{ text: 'Reviews', href: paths.reviews() }]}
      />
      {!isAdmin ? (
        <NotAdministrator to="make reviews" at={paths.reviewCreate()} />
      ) : keys?.length === 0 ? (
        <EmptyState
          kind="nothing-yet"
          title="The ticked trusts are not here any more"
          action={
            <ActionLink href={paths.trusts()} appearance="primary">
              To the trusts
            </ActionLink>
          }
        >
          They last until the page is loaded anew. Tick them again in the list, or choose them by a query.
        </EmptyState>
      ) : (
        <Form keys={keys} />
      )}
    </>
  )
}

function Form({ keys }: { readonly keys: readonly string[] | null }) {
  const styles = useStyles()
  const { name, of = 'mine', q } = route.useSearch()
  const go = useGo()
  const queries = useQueryClient()
  const [today] = useState(Date.now)
  const form = useForm<ReviewForm>({
    resolver: zodResolver(reviewForm()),
    defaultValues: {
      query: q ?? '',
      name: name ?? `Review of ${dayOf(today)}`,
      reviewers: '',
      ownersDecide: false,
      due: usualDay(today),
      silence: 'keep',
      typed: '',
    },
  })
  const make = useMutation({
    mutationFn: ({ values, open }: { readonly values: ReviewForm; readonly open: boolean }) =>
      createReview({
        ...settingsOf(values),
        of,
        open,
        ...(keys === null ? { query: values.query } : { keys: [...keys] }),
      }),
    onSuccess: (review) => {
      void queries.invalidateQueries({ queryKey: reviewsQuery.queryKey })
      announce(`${counted(review.counts.items, 'trust')} to decide about`)
      go(
        review.state === 'draft'
          ? paths.reviewSettings(review.reviewId)
          : paths.review(review.reviewId, { filter: 'undecided' }),
      )
    },
  })
  const { control } = form
  const query = useWatch({ control, name: 'query' })
  const send = (open: boolean) => (values: ReviewForm) =>
    make.mutateAsync({ values, open }).then(
      () => undefined,
      () => undefined,
    )
  const choice: ReviewChosen = { of, query, ...(keys !== null && { keys: [...keys] }) }
  return (
    <FormShell
      form={form}
      label="New review"
      onSubmit={send(true)}
      submitError={make.error}
      aside={<ReviewPreviewPanel choice={choice} />}
      actions={
        <div className={styles.actions}>
          <SubmitButton label="Open the review" busyLabel="Keeping the facts" busy={make.isPending} />
          <Button disabledFocusable={make.isPending} onClick={() => void form.handleSubmit(send(false))()}>
            Save as draft
          </Button>
          <ActionLink href={paths.reviews()}>Cancel</ActionLink>
        </div>
      }
    >
      <QueryField control={control} picked={keys === null ? null : keys.length} />
      <SettingsFields form={form} />
    </FormShell>
  )
}
