import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { useEffect, useSyncExternalStore } from 'react'
import { Callout, type CalloutIntent } from '../ui/callout.tsx'
import { announce } from './announcer.tsx'

interface Notice {
  readonly id: number
  readonly intent: CalloutIntent
  readonly title: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

let notices: readonly Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

function publish(next: readonly Notice[]): void {
  notices = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows a message at the corner and says it to screen readers. One with an action stays until it is closed. */
export function notify(notice: Omit<Notice, 'id'>): void {
  lastId += 1
  publish([...notices.slice(-2), { ...notice, id: lastId }])
  announce([notice.title, notice.text].filter(Boolean).join('. '))
}

function dismiss(id: number): void {
  publish(notices.filter((notice) => notice.id !== id))
}

const useStyles = makeStyles({
  // Behind the content in the flow, so that the end of a page can always be scrolled clear of it.
  corner: {
    position: 'sticky',
    bottom: '16px',
    alignSelf: 'flex-end',
    width: 'min(400px, 100%)',
    marginTop: '24px',
    marginBottom: '-32px',
    flexShrink: 0,
    display: 'grid',
    rowGap: '8px',
    zIndex: 10,
  },
  floats: { boxShadow: tokens.shadow16, borderRadius: tokens.borderRadiusMedium },
})

/** Where messages appear: at the foot of the content, and of the window while there is more below. */
export function Toaster() {
  const styles = useStyles()
  const shown = useSyncExternalStore(subscribe, () => notices)
  if (shown.length === 0) return null
  return (
    <section className={styles.corner} aria-label="Messages">
      {shown.map((notice) => (
        <div className={styles.floats} key={notice.id}>
          <Toast notice={notice} />
        </div>
      ))}
    </section>
  )
}

function Toast({ notice }: { readonly notice: Notice }) {
  const { id, intent, title, text, action } = notice
  useEffect(() => {
    if (action !== undefined) return undefined
    const timer = setTimeout(() => dismiss(id), 10_000)
    return () => clearTimeout(timer)
  }, [id, action])
  return (
    <Callout
      intent={intent}
      title={title}
      actions={
        <>
          {action !== undefined && (
            <Button
              onClick={() => {
                dismiss(id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={() => dismiss(id)}>
            Close
          </Button>
        </>
      }
    >
      {text}
    </Callout>
  )
}
