import { Button, makeStyles } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { emptyDraftBody, type DraftBody } from '@trustwright/shared-schemas'
import { useState, type KeyboardEvent } from 'react'
import { draftsQuery } from '../../../api/draft-calls.ts'
import { handRowsOver } from '../../../components/set-up/bulk-hand-over.ts'
import { useGo } from '../../../components/app-link.tsx'
import { paths } from '../../../paths.ts'
import { rowsOfChoices } from './all-at-once.ts'
import { DraftBegun } from './draft-begun.tsx'
import { begunDraft } from './own-same-drafts.ts'
import { allIdentitiesQuery } from '../../../api/identity-queries.ts'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { PasteBox } from '../../../components/paste-box/paste-box.tsx'
import { ClusterAnswer } from '../workload/cluster-answer.tsx'
import { PasteAnswer } from './paste-answer.tsx'
import { parentOfClientId } from './parent-of-paste.ts'
import { startChoices, type StartChoice } from './start-choices.ts'
import { mostPasted, usePaste } from './use-paste.ts'
import { withCluster } from './with-cluster.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px', border: 'none', margin: 0, padding: 0 },
})

const files = {
  rules: {
    mostBytes: 1_000_000,
    brokenLetters: 'shown',
    instead: { tooLarge: 'Paste the part that matters.', notText: 'Choose the file itself, unpacked.' },
  },
  words: { choose: 'Choose a file', label: 'File', note: 'or drop one on the field.' },
} as const

interface PasteStartProps {
  readonly onStart: (body: DraftBody) => Promise<void>
}

/** One paste, understood at once in this browser. Its text is never part of a draft. */
export function PasteStart({ onStart }: PasteStartProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const paste = usePaste(text, cloud)
  const go = useGo()
  const drafts = useQuery(draftsQuery)
  const identities = useQuery({ ...allIdentitiesQuery, enabled: text !== '' })
  const reading = paste.state === 'read' ? paste.reading : null
  const choices = reading === null ? [] : [...startChoices(reading, cloud), ...ofIdentity()]
  const [only] = choices
  const ready = choices.length === 1 ? only : undefined

  function ofIdentity(): readonly StartChoice[] {
    if (reading?.kind !== 'identity') return []
    const parent = parentOfClientId(reading.parent, identities.data?.identities ?? [])
    if (parent === null) return []
    const body: DraftBody = { ...emptyDraftBody, step: 'workload', source: { kind: 'identity' }, parent }
    return [{ key: 'identity', label: 'Add a trust to it', body }]
  }

  const rows = choices.length > 1 ? rowsOfChoices(choices, cloud) : []
  const begun = ready === undefined ? null : begunDraft(drafts.data?.drafts ?? [], ready.body)

  async function start({ body }: StartChoice) {
    setBusy(true)
    try {
      const filled = reading?.kind === 'cluster' ? await withCluster(queries, body, reading.cluster) : body
      await onStart(filled)
    } finally {
      setBusy(false)
    }
  }

  function goOn(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    // A file that is typed by hand has line ends; nobody types one here that is understood already.
    if (ready === undefined) return
    event.preventDefault()
    if (!busy) void start(ready)
  }

  return (
    <form
      className={styles.form}
      aria-label="Paste"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready !== undefined && !busy) void start(ready)
      }}
    >
      <PasteBox
        id="paste"
        label="What should Azure trust?"
        help="Paste the address of a repository, project, workspace or cluster, a workflow or manifest, a command, code, an error or a token. It is read in this browser and not kept."
        placeholder="https://github.com/contoso/pay-api"
        text={text}
        most={mostPasted}
        files={files}
        onText={setText}
        onKeyDown={goOn}
      />
      <PasteAnswer paste={paste} />
      {reading?.kind === 'cluster' && <ClusterAnswer cluster={reading.cluster} />}
      {choices.length > 1 && (
        <fieldset className={styles.choices} aria-label="Which of them">
          {rows.length > 1 && (
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => {
                handRowsOver(rows)
                go(paths.bulk())
              }}
            >
              Set up all {rows.length}
            </Button>
          )}
          {choices.map((choice) => (
            <Button key={choice.key} disabledFocusable={busy} onClick={() => void start(choice)}>
              {choice.label}
            </Button>
          ))}
        </fieldset>
      )}
      {begun !== null && <DraftBegun draft={begun} />}
      {choices.length < 2 && (
        <SubmitButton
          label="Continue"
          busyLabel="Opening"
          busy={busy}
          blockedReason={
            ready !== undefined
              ? null
              : text.trim() === ''
                ? 'Paste something, or choose the platform below.'
                : 'Nothing to begin a trust with yet.'
          }
        />
      )}
    </form>
  )
}
