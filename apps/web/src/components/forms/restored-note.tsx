import { Button } from '@fluentui/react-components'
import { Callout } from '../../ui/callout.tsx'

interface RestoredNoteProps {
  readonly restored: boolean
  /** Names the button that stores: `Create trust`. */
  readonly action: string
  readonly onStartOver: () => void
}

/** After a sign-in in between, or another visit: what was typed is back, and none of it is stored by itself. */
export function RestoredNote({ restored, action, onStartOver }: RestoredNoteProps) {
  if (!restored) return null
  return (
    <Callout
      intent="information"
      title="What you typed is back"
      actions={
        <Button size="small" onClick={onStartOver}>
          Start over
        </Button>
      }
    >
      <p>
        It was kept in this tab and is not stored in Azure yet. Look at it once more, then press {action}.
      </p>
    </Callout>
  )
}
