import { makeStyles, tokens } from '@fluentui/react-components'
import type { ActivityEvent } from '@trustwright/shared-schemas'
import { useSession } from '../../components/use-session.ts'
import { draftKey, readDraft } from '../../lib/draft-store.ts'
import { paths } from '../../paths.ts'
import { unfinished } from './unfinished.ts'
import { UnfinishedList } from './unfinished-list.tsx'
import { tabStorage } from '../../lib/browser-storage.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

const mostShown = 4

/** What the person left without an end; nothing at all when nothing waits. */
export function Waiting({ events }: { readonly events: readonly ActivityEvent[] }) {
  const styles = useStyles()
  const { user } = useSession()
  const items = unfinished(events).slice(0, mostShown)
  const hasDraft = readDraft(tabStorage, draftKey(user?.objectId ?? '', paths.trustForm())) !== null
  if (items.length === 0 && !hasDraft) return null
  return (
    <section className={styles.section} aria-labelledby="waiting">
      <h2 className={styles.title} id="waiting">
        Waits for you
      </h2>
      <UnfinishedList items={items} hasDraft={hasDraft} />
    </section>
  )
}
