import { useQuery } from '@tanstack/react-query'
import { limits, type IdentityPath, type NewTrust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { fieldIds } from '../../components/forms/field-frame.tsx'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { useSession } from '../../components/use-session.ts'
import { counted } from '../../lib/words.ts'
import { cloudOf } from './portal-cloud.ts'
import { IdentityChoice } from './identity-choice.tsx'
import { identityField } from './identity-picker.tsx'
import { NameAndAudience } from './name-and-audience.tsx'
import { proposedName, trustFormResolver, trustRequest, type TrustFormValues } from './trust-form.ts'
import { trustConflicts, type TrustConflicts } from './trust-conflicts.ts'
import { TrustPreviewPanel } from './trust-preview-panel.tsx'
import { useTrustPreview } from './use-trust-preview.ts'
import { identityQuery, identityTrustsQuery } from '../../api/identity-queries.ts'
import { useCreateTrust } from './use-create-trust.ts'
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
    defaultValues: { ...start, name: start.name === '' ? proposedName(start, cloud) : start.name },
    mode: 'onTouched',
    // The summary of errors takes focus instead.
    shouldFocusError: false,
  })
  const draft = useDraft(draftPage, form)
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustFormValues
  const preview = useTrustPreview(values, cloud)
  const room = useIdentityRoom(identity)
  const conflicts = trustConflicts(room.trusts, preview.wanted)
  const create = useCreateTrust(form, draft.clear)
  const missesIdentity = form.formState.submitCount > 0 && identity === null

  const lastProposal = proposedName(values, cloud)
  // Runs after a field took its new value: the name follows unless a person wrote another.
  function followName() {
    // What the server said was about the values before.
    form.clearErrors('root')
    const now = form.getValues()
    if (now.name !== '' && now.name !== lastProposal) return
    form.setValue('name', proposedName(now, cloud), { shouldValidate: form.formState.isSubmitted })
  }

  async function submit(valid: TrustFormValues) {
    if (identity === null) return document.getElementById(fieldIds(identityField).input)?.focus()
    const request: NewTrust = trustRequest(valid, cloud)
    await create.submit(identity, request, valid.presetId)
  }

  return (
    <FormShell
      form={form}
      label="New trust"
      onSubmit={submit}
      submitError={create.error}
      actions={
        <SubmitButton
          label="Create trust"
          busyLabel="Creating the trust"
          busy={form.formState.isSubmitting}
          blockedReason={blockedReason(identity, room, conflicts)}
        />
      }
      aside={
        <TrustPreviewPanel
          preview={preview}
          fieldKeys={Object.keys(values.fields[values.presetId])}
          identity={identity}
          samePair={conflicts.samePair}
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
        onChange={followName}
      />
      <NameAndAudience form={form} sameName={conflicts.sameName} cloud={cloud} identity={identity} />
    </FormShell>
  )
}

interface Room {
  readonly known: boolean
  readonly trusts: Parameters<typeof trustConflicts>[0]
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

function blockedReason(identity: IdentityPath | null, room: Room, conflicts: TrustConflicts): string | null {
  if (identity === null) return null
  if (!room.supported)
    return 'Azure does not support trusts in the region of this identity. Choose another one.'
  if (!room.allowed)
    return `You may not add trusts to ${identity.identityName}. The missing role is named above.`
  if (conflicts.room > 0) return null
  return `${identity.identityName} has ${counted(limits.trustsPerIdentity, 'trust')}, which is all that Azure allows. Delete one or choose another identity.`
}
