import { useParams } from '@tanstack/react-router'
import { draftAddress } from '../../components/drafts/draft-address.ts'
import { GoTo } from '../../components/go-to.tsx'
import { OpeningDraft, useDraftOf } from './open-draft.tsx'

/** A draft whose address names no step: it opens where it was left. */
export function DraftPage() {
  const { draftId } = useParams({ from: '/new/$draftId' })
  const draft = useDraftOf(draftId, false)
  if (draft.opened === null) return <OpeningDraft draftId={draftId} draft={draft} />
  const { runId, body } = draft.opened
  return <GoTo href={draftAddress({ draftId, runId, isBulk: body.bulk !== null, step: body.step })} />
}
