import { useParams } from '@tanstack/react-router'
import type { Draft } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { GoTo } from '../../components/go-to.tsx'
import { NotFoundPage } from '../../components/not-found-page.tsx'
import { paths } from '../../paths.ts'
import { OpeningDraft, useDraftOf } from './open-draft.tsx'
import { WizardBody } from './wizard-body.tsx'
import { stepOf } from './wizard-steps.ts'

/** One step of one draft. */
export function WizardPage() {
  const { draftId, step: text } = useParams({ from: '/new/$draftId/$step' })
  const step = stepOf(text)
  // The server took it under another ID while it was open: the page goes on as it stands.
  const [own, setOwn] = useState<{ readonly openedAs: string; readonly draft: Draft } | null>(null)
  const isOwn = own?.draft.draftId === draftId
  const draft = useDraftOf(draftId, isOwn)
  const opened = isOwn ? own.draft : draft.opened
  if (step === null) return <NotFoundPage />
  if (opened === null) return <OpeningDraft draftId={draftId} draft={draft} />
  // Many at once have a page of their own, which keeps what this one does not know.
  if (opened.body.bulk !== null) return <GoTo href={paths.bulk({ draft: draftId })} />
  const key = isOwn ? own.openedAs : draftId
  return (
    <WizardBody
      key={key}
      draft={opened}
      step={step}
      onStoredAs={(stored) => setOwn({ openedAs: key, draft: stored })}
    />
  )
}
