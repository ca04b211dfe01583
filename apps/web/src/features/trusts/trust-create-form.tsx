import type { CauseField } from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { NoInsisting } from '../../components/checks/no-insisting.tsx'
import { RiskTick } from '../../components/checks/risk-tick.tsx'
import { AskedNotes } from '../../components/checks/several-preflight-notes.tsx'
import { hiddenCodes } from '../../components/checks/several-preflight-of.ts'
import { useSeveralPreflight } from '../../components/checks/use-several-preflight.ts'
import { useRisks } from '../../components/checks/use-risks.ts'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { RestoredNote } from '../../components/forms/restored-note.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { ParentChoice } from '../../components/parent/parent-choice.tsx'
import { parentField } from '../../components/parent/parent-field.ts'
import type { ParentSearch } from '../../components/parent/parent-of-search.ts'
import { useParentRoom } from '../../components/parent/use-parent-room.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { blockedReason, createLabels } from '../../components/workload/create-words.ts'
import { NameAndAudience } from '../../components/workload/name-and-audience.tsx'
import {
  followed,
  proposalOf,
  trustFormResolver,
  trustRequests,
  type TrustFormValues,
} from '../../components/workload/trust-form.ts'
import { FullNotice, isFull } from '../../components/create-trusts/full-notice.tsx'
import { planTrusts } from '../../components/create-trusts/trust-plan.ts'
import { Callout } from '../../ui/callout.tsx'
import { PatternHint } from './pattern-hint.tsx'
import { TrustPreviewPanel } from './trust-preview-panel.tsx'
import { useTrustPreview } from '../../components/workload/use-trust-preview.ts'
import { TrustsProgress } from '../../components/create-trusts/trusts-progress.tsx'
import { useCreateTrusts } from './use-create-trusts.ts'
import { WorkloadFields } from '../../components/workload/workload-fields.tsx'

interface TrustCreateFormProps {
  readonly draftPage: string
  readonly start: TrustFormValues
  readonly choice: ParentSearch
}

const ruledWords = 'Nothing was sent to Azure: rules of your portal forbid it, as said below'

function hasGuardrails(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'GUARDRAIL_REFUSED'
}

const noParent = 'Choose the identity or application that the workload signs in as.'

/** The form of a new trust, with what Azure will store beside it. */
export function TrustCreateForm({ draftPage, start, choice }: TrustCreateFormProps) {
  const cloud = useCloud()
  const { parent } = choice
  const kind = parent?.kind ?? choice.side
  const form = useForm<TrustFormValues>({
    resolver: trustFormResolver(cloud, kind),
    defaultValues: { ...start, name: start.name === '' ? proposalOf(start, cloud).name : start.name },
    mode: 'onTouched',
    // The summary of errors takes focus instead.
    shouldFocusError: false,
  })
  const draft = useDraft(draftPage, form)
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustFormValues
  const room = useParentRoom(parent)
  const preview = useTrustPreview(values, cloud, { kind: parent?.kind, siblings: room.trusts })
  const risks = useRisks(preview.isRefused ? [] : preview.causes)
  const create = useCreateTrusts(form, draft.clear)
  const progress = create.progressOn(parent)
  const error = create.errorOn(parent)
  const known = eachOnce([...progress.made, ...room.trusts])
  const plan = planTrusts(preview.wanted, known)
  const isCounted = plan.room < plan.rest.length
  const asked = useSeveralPreflight(
    parent,
    plan.rest,
    hiddenCodes(plan.rest.length, [
      ...preview.causes.map(({ code }) => code),
      ...(isCounted ? ['limit-reached'] : []),
    ]),
  )
  const missesParent = form.formState.submitCount > 0 && parent === null

  const proposal = proposalOf(values, cloud)
  // Runs after a field took its new value: name and audience follow unless a person wrote others.
  function follow() {
    // What the server said was about the values before.
    form.clearErrors('root')
    const now = form.getValues()
    const { name, audience } = followed(now, proposal, cloud)
    const shouldValidate = form.formState.isSubmitted
    if (name !== now.name) form.setValue('name', name, { shouldValidate })
    if (audience !== now.audience) form.setValue('audience', audience, { shouldValidate })
  }

  const own = values.fields[values.presetId]
  const canSet = values.presetId === 'other-issuer'
  // Only the platform of raw strings has the claims as its fields.
  function set(field: CauseField, value: string) {
    const path = field === 'name' ? 'name' : `fields.other-issuer.${field}`
    form.setValue(path as FieldPath<TrustFormValues>, value, { shouldDirty: true, shouldValidate: true })
    follow()
  }

  async function submit(valid: TrustFormValues) {
    // The summary of errors says so; and Enter sends a form whose button cannot be pressed.
    if (parent === null || risks.blockedReason !== null) return
    const requests = trustRequests(valid, cloud)
    // A single trust that is there already is Azure's to refuse, with its own words.
    const there = requests.length > 1 ? known : []
    await create.submit({
      parent,
      requests,
      known: there,
      presetId: valid.presetId,
      description: valid.description,
      acceptRisks: risks.codes,
    })
  }

  return (
    <FormShell
      form={form}
      label="New trust"
      onSubmit={submit}
      retries="create-below-parent"
      stored={progress.made.length}
      submitError={error}
      {...(isFull(error) &&
        parent !== null && {
          refusal: (
            <FullNotice parent={parent} parentName={room.name} steps={progress.steps} problem={error} />
          ),
        })}
      {...(hasGuardrails(error) &&
        asked.guardrails.size > 0 && {
          refusal: <Callout intent="danger" role="alert" title={ruledWords} />,
        })}
      furtherErrors={missesParent ? [{ name: parentField, message: noParent }] : []}
      actions={
        <>
          <TrustsProgress {...progress} />
          <AskedNotes
            asked={asked}
            {...(preview.total === 1 && { isNamed: false })}
            {...(parent !== null && {
              request: { parent, trusts: plan.rest.map((trust) => described(trust, values.description)) },
            })}
          />
          <RiskTick risks={risks} />
          {preview.isRefused && <NoInsisting presetId={values.presetId} causes={preview.causes} />}
          <SubmitButton
            {...createLabels(preview.total, plan)}
            busy={form.formState.isSubmitting}
            blockedReason={
              blockedReason({ parent, presetId: values.presetId, room, plan, total: preview.total }) ??
              risks.blockedReason
            }
          />
        </>
      }
      aside={
        <TrustPreviewPanel
          preview={preview}
          fieldKeys={Object.keys(values.fields[values.presetId])}
          parent={parent}
          parentName={room.name}
          samePair={plan.samePair}
          there={plan.there}
          own={asked.own}
          onSet={canSet ? set : undefined}
          probes={Object.hasOwn(own, 'issuer')}
          refused={form.formState.errors.root?.['claims']?.message}
        />
      }
    >
      <RestoredNote
        restored={draft.restored}
        action={createLabels(preview.total, plan).label}
        onStartOver={() => {
          draft.clear()
          form.reset()
        }}
      />
      <ParentChoice choice={choice} error={missesParent ? noParent : null} />
      <WorkloadFields
        form={form}
        presetId={values.presetId}
        kind={parent?.kind ?? null}
        values={values.fields[values.presetId]}
        warnings={preview.warnings}
        causes={preview.causes}
        onChange={follow}
      />
      <PatternHint preview={preview} parent={parent} />
      <NameAndAudience
        form={form}
        proposal={proposal}
        total={preview.total}
        sameName={plan.sameName}
        parentName={room.name}
        asksForDescription={kind === 'application'}
      />
    </FormShell>
  )
}

/** Of an application, for every trust of the form. */
function described<Wanted extends object>(trust: Wanted, description: string): Wanted {
  return description === '' ? trust : { ...trust, description }
}

/** What the form has just stored may not be in the list yet. */
function eachOnce(trusts: readonly Trust[]): readonly Trust[] {
  return [...new Map(trusts.map((trust) => [trust.name.toLowerCase(), trust])).values()]
}
