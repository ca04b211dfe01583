import { useQuery } from '@tanstack/react-query'
import { presetById, type PresetId } from '@trustwright/federation'
import { limits, type IdentityPath, type Trust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { fieldIds } from '../../components/forms/field-frame.tsx'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { useSession } from '../../components/use-session.ts'
import { counted } from '../../lib/words.ts'
import { notOfferedReason } from './certainty-words.ts'
import { cloudOf } from './portal-cloud.ts'
import { IdentityChoice } from './identity-choice.tsx'
import { identityField } from './identity-picker.tsx'
import { NameAndAudience } from './name-and-audience.tsx'
import { followed, proposalOf, trustFormResolver, trustRequests, type TrustFormValues } from './trust-form.ts'
import { planTrusts, type TrustPlan } from './trust-plan.ts'
import { TrustPreviewPanel } from './trust-preview-panel.tsx'
import { useTrustPreview } from './use-trust-preview.ts'
import { identityQuery, identityTrustsQuery } from '../../api/identity-queries.ts'
import { TrustsProgress } from './trusts-progress.tsx'
import { useCreateTrusts } from './use-create-trusts.ts'
import { WorkloadFields } from './workload-fields.tsx'

interface TrustCreateFormProps {
  readonly draftPage: string
  readonly start: TrustFormValues
  readonly identity: IdentityPath | null
  readonly subscriptionId: string | null
}

const noIdentity = 'Choose the identity that the workload signs in as.'

/** The form of a new trust, with what Azure will store beside it. */
export function TrustCreateForm({ draftPage, start, identity, subscriptionId }: TrustCreateFormProps) {
  const cloud = cloudOf(useSession().settings)
  const form = useForm<TrustFormValues>({
    resolver: trustFormResolver(cloud),
    defaultValues: { ...start, name: start.name === '' ? proposalOf(start, cloud).name : start.name },
    mode: 'onTouched',
    // The summary of errors takes focus instead.
    shouldFocusError: false,
  })
  const draft = useDraft(draftPage, form)
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustFormValues
  const preview = useTrustPreview(values, cloud)
  const room = useIdentityRoom(identity)
  const create = useCreateTrusts(form, draft.clear)
  const progress = create.progressOn(identity)
  const known = eachOnce([...progress.made, ...room.trusts])
  const plan = planTrusts(preview.wanted, known)
  const missesIdentity = form.formState.submitCount > 0 && identity === null

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

  async function submit(valid: TrustFormValues) {
    if (identity === null) return document.getElementById(fieldIds(identityField).input)?.focus()
    const requests = trustRequests(valid, cloud)
    // A single trust that is there already is Azure's to refuse, with its own words.
    const there = requests.length > 1 ? known : []
    await create.submit({ identity, requests, known: there, presetId: valid.presetId })
  }

  return (
    <FormShell
      form={form}
      label="New trust"
      onSubmit={submit}
      submitError={create.error}
      actions={
        <>
          <TrustsProgress {...progress} />
          <SubmitButton
            {...labels(preview.total, plan)}
            busy={form.formState.isSubmitting}
            blockedReason={blockedReason(identity, values.presetId, room, plan, preview.total)}
          />
        </>
      }
      aside={
        <TrustPreviewPanel
          preview={preview}
          fieldKeys={Object.keys(values.fields[values.presetId])}
          identity={identity}
          samePair={plan.samePair}
          there={plan.there}
          refused={form.formState.errors.root?.['claims']?.message}
        />
      }
    >
      <IdentityChoice
        identity={identity}
        subscriptionId={subscriptionId}
        trusts={room.known ? room.trusts.length : null}
        error={missesIdentity ? noIdentity : null}
      />
      <WorkloadFields
        form={form}
        presetId={values.presetId}
        values={values.fields[values.presetId]}
        warnings={preview.warnings}
        onChange={follow}
      />
      <NameAndAudience
        form={form}
        proposal={proposal}
        total={preview.total}
        sameName={plan.sameName}
        identity={identity}
      />
    </FormShell>
  )
}

interface Room {
  readonly known: boolean
  readonly trusts: readonly Trust[]
  readonly supported: boolean
  readonly allowed: boolean
}

/** What is known of the chosen identity; nothing stands in the way until something is known. */
function useIdentityRoom(identity: IdentityPath | null): Room {
  const path = identity ?? { subscriptionId: '', resourceGroup: '', identityName: '' }
  const trusts = useQuery({ ...identityTrustsQuery(path), enabled: identity !== null })
  const detail = useQuery({ ...identityQuery(path), enabled: identity !== null })
  return {
    known: trusts.data !== undefined,
    trusts: trusts.data?.trusts ?? [],
    supported: detail.data?.identity.supportsTrusts ?? true,
    allowed: detail.data?.trustWrite.allowed ?? true,
  }
}

/** What the form has just stored may not be in the list yet. */
function eachOnce(trusts: readonly Trust[]): readonly Trust[] {
  return [...new Map(trusts.map((trust) => [trust.name.toLowerCase(), trust])).values()]
}

/** The effect of the button, and what goes on. */
function labels(total: number, { rest, there }: TrustPlan): { label: string; busyLabel: string } {
  if (total === 1) return { label: 'Create trust', busyLabel: 'Creating the trust' }
  if (there.length === 0) return { label: `Create ${total} trusts`, busyLabel: `Creating ${total} trusts` }
  const others = rest.length === 1 ? 'other trust' : `other ${rest.length} trusts`
  return { label: `Create the ${others}`, busyLabel: `Creating the ${others}` }
}

function blockedReason(
  identity: IdentityPath | null,
  presetId: PresetId,
  room: Room,
  plan: TrustPlan,
  total: number,
): string | null {
  const notOffered = notOfferedReason(presetById(presetId))
  if (notOffered !== null) return notOffered
  if (identity === null) return null
  const name = identity.identityName
  if (!room.supported)
    return 'Azure does not support trusts in the region of this identity. Choose another one.'
  if (!room.allowed) return `You may not add trusts to ${name}. The missing role is named above.`
  if (plan.there.length === total) return `${name} has all ${total} of these trusts already.`
  const needed = total - plan.there.length
  if (plan.room >= needed) return null
  const all = counted(limits.trustsPerIdentity, 'trust')
  if (plan.room === 0)
    return `${name} has ${all}, which is all that Azure allows. Delete one or choose another identity.`
  return `${name} has room for ${plan.room} of the ${limits.trustsPerIdentity} trusts that Azure allows, and this needs ${needed}. Delete some or choose another identity.`
}
