import type { Cloud } from '@trustwright/federation'
import { SetUpItem, type DraftBody, type NewTrust } from '@trustwright/shared-schemas'
import { trustFormIssues, trustRequests } from '../../../components/workload/trust-form.ts'
import { formOfBody, presetIdOf } from '../draft-body.ts'
import { kindOfParent, setUpParentOf } from '../parent-of-draft.ts'

export type Missing = {
  readonly step: 'workload' | 'identity' | 'access'
  /** What is missing, and what to do. */
  readonly words: string
}

export type SetUpOfDraft =
  { readonly item: SetUpItem; readonly missing: null } | { readonly item: null; readonly missing: Missing }

/** The one row that a draft asks for, or the first thing that keeps it from being asked. */
export function setUpOfDraft(body: DraftBody, cloud: Cloud): SetUpOfDraft {
  const workload = workloadMissing(body, cloud)
  if (workload !== null) return { item: null, missing: { step: 'workload', words: workload } }
  if (body.parent === null) return missing('identity', 'Choose whom the workload signs in as.')
  const description = body.description === '' ? {} : { description: body.description }
  const isApplication = kindOfParent(body.parent) === 'application'
  const asked = SetUpItem.safeParse({
    key: 'trust',
    parent: setUpParentOf(body.parent),
    trusts: wantedTrusts(body, cloud).map((trust) => (isApplication ? { ...trust, ...description } : trust)),
    roles: body.access,
  })
  if (asked.success) return { item: asked.data, missing: null }
  const [issue] = asked.error.issues
  const words = issue?.message ?? 'Something in it needs a change.'
  const [part] = issue?.path ?? []
  return missing(part === 'parent' ? 'identity' : part === 'roles' ? 'access' : 'workload', words)
}

function missing(step: Missing['step'], words: string): SetUpOfDraft {
  return { item: null, missing: { step, words } }
}

/** Null when the fields give trusts that can be stored. */
export function workloadMissing(body: DraftBody, cloud: Cloud): string | null {
  if (presetIdOf(body) === null) return 'Choose where the workload runs.'
  return trustFormIssues(formOfBody(body, cloud), cloud, kindOfParent(body.parent))[0] ?? null
}

/** The trusts as they will be stored; none while a field is missing or refused. */
export function wantedTrusts(body: DraftBody, cloud: Cloud): readonly NewTrust[] {
  return workloadMissing(body, cloud) === null ? trustRequests(formOfBody(body, cloud), cloud) : []
}
