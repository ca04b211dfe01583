import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { presetById, presets } from '@trustwright/federation'
import type { DraftSummary } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ownRunsQuery } from '../../api/bulk-calls.ts'
import { deleteDraft, draftsQuery } from '../../api/draft-calls.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { ActionLink } from '../action-link.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { useNow } from '../use-now.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { draftAddress } from './draft-address.ts'
import { shorten } from '../../lib/shorten.ts'
import { draftTitle } from './draft-title.ts'
import { openDrafts, type OpenDraft } from './open-drafts.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { justifySelf: 'start' },
})

const most = 5

/** The person's own drafts that wait for something, newest first; nothing at all where there is none. */
export function DraftList() {
  const styles = useStyles()
  const queries = useQueryClient()
  const [all, setAll] = useState(false)
  const read = useQuery(draftsQuery)
  const drafts = read.data?.drafts ?? []
  const runs = useQuery({ ...ownRunsQuery, enabled: drafts.some(({ runId }) => runId !== null) })
  const remove = useMutation({
    mutationFn: deleteDraft,
    onSettled: () => queries.invalidateQueries(draftsQuery),
  })
  if (read.error !== null && read.data === undefined)
    return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
  // Which of them did their work is not known before the runs are.
  const open = runs.isLoading ? [] : openDrafts(drafts, runs.data?.runs ?? [])
  if (open.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="drafts">
      <h2 className={styles.title} id="drafts">
        Your drafts
      </h2>
      {remove.error !== null && <ProblemNotice error={remove.error} />}
      <ul className={styles.list}>
        {open.slice(0, all ? open.length : most).map((one) => (
          <DraftItem
            key={one.draft.draftId}
            open={one}
            busy={remove.isPending && remove.variables === one.draft.draftId}
            onRemove={() => remove.mutate(one.draft.draftId)}
          />
        ))}
      </ul>
      {!all && open.length > most && (
        <Button className={styles.more} appearance="subtle" onClick={() => setAll(true)}>
          Show all {open.length} drafts
        </Button>
      )}
    </section>
  )
}

interface DraftItemProps {
  readonly open: OpenDraft
  readonly busy: boolean
  readonly onRemove: () => void
}

function DraftItem({ open: { draft, progress }, busy, onRemove }: DraftItemProps) {
  const styles = useStyles()
  const now = useNow()
  const title = shorten(draftTitle(draft.body), 120)
  const at = Date.parse(draft.changedAt)
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div>{title}</div>
        <div className={styles.quiet} title={exactTime(at)}>
          {progress ?? kindOf(draft)}, saved {relativeTime(at, now)}
        </div>
      </div>
      <ActionLink href={draftAddress({ ...draft, isBulk: draft.bulk !== null, step: draft.body.step })}>
        Go on<VisuallyHidden>: {title}</VisuallyHidden>
      </ActionLink>
      <Button appearance="subtle" disabledFocusable={busy} onClick={onRemove}>
        Throw away<VisuallyHidden>: {title}</VisuallyHidden>
      </Button>
    </li>
  )
}

function kindOf({ bulk, body: { presetId } }: DraftSummary): string {
  if (bulk !== null) return 'Many at once'
  const known = presets.find(({ id }) => id === presetId)
  return known === undefined ? 'No platform yet' : presetById(known.id).title
}
