import type { Cloud } from '@trustwright/federation'
import type { DraftBody, DraftSummary } from '@trustwright/shared-schemas'
import { isSameBody } from '../../../components/drafts/same-body.ts'
import { bodyOfForm, formOfBody, presetIdOf } from '../draft-body.ts'

/** An own draft that nobody changed since it began in just this way: it is opened again instead of a second one. */
export function sameDraft(
  drafts: readonly DraftSummary[],
  body: DraftBody,
  cloud: Cloud,
): DraftSummary | null {
  const wanted = plain(body, cloud)
  return drafts.find((draft) => isOpen(draft) && isSameBody(plain(wholeOf(draft), cloud), wanted)) ?? null
}

/** The newest own draft of the same workload, whatever else was chosen in it since. */
export function begunDraft(drafts: readonly DraftSummary[], body: DraftBody): DraftSummary | null {
  const preset = presetIdOf(body)
  const names = Object.keys(body.fields)
  if (preset === null || names.length === 0) return null
  // What was looked up since, such as numbers, makes no other workload.
  const isSame = (draft: DraftSummary) =>
    draft.body.presetId === preset &&
    names.every((name) => sameText(draft.body.fields[name], body.fields[name]))
  return drafts.find((draft) => isOpen(draft) && isSame(draft)) ?? null
}

function sameText(one: string | undefined, other: string | undefined): boolean {
  return (one ?? '').toLowerCase() === (other ?? '').toLowerCase()
}

function isOpen({ runId, bulk }: DraftSummary): boolean {
  return runId === null && bulk === null
}

function wholeOf({ body }: DraftSummary): DraftBody {
  return { ...body, bulk: null }
}

/** Without where the person is and how they came, and with what the form fills in by itself. */
function plain(body: DraftBody, cloud: Cloud): DraftBody {
  const form = presetIdOf(body) === null ? {} : bodyOfForm(formOfBody(body, cloud), cloud)
  return { ...body, ...form, step: 'start', source: null }
}
