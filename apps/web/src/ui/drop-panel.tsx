import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons'
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    position: 'absolute',
    margin: 0,
    padding: '12px',
    width: 'min(340px, calc(100vw - 32px))',
    maxHeight: 'min(440px, 70vh)',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
  },
  trigger: { minWidth: 'auto', whiteSpace: 'nowrap' },
  quiet: { minWidth: 'auto', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
})

interface DropPanelProps {
  readonly label: ReactNode
  /** What the panel holds, for those who do not see where it opened. */
  readonly title: string
  readonly icon?: ReactElement
  /** One of a row of many, which must not weigh more than what they are about. */
  readonly quiet?: boolean
  /** Something in it is chosen. */
  readonly isOn?: boolean
  /** Drawn only while it is open. A link in it closes it. */
  readonly children: ReactNode
}

/** A button that opens a small panel under itself. The browser's own popover closes it by Escape or a press outside. */
export function DropPanel({ label, title, icon, quiet = false, isOn = false, children }: DropPanelProps) {
  const styles = useStyles()
  const id = useId()
  const trigger = useRef<HTMLSpanElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const element = panel.current
    function onClick({ target }: MouseEvent) {
      if (target instanceof Element && target.closest('a') !== null) element?.hidePopover()
    }
    element?.addEventListener('click', onClick)
    return () => element?.removeEventListener('click', onClick)
  }, [])

  function place() {
    const box = trigger.current?.getBoundingClientRect()
    const element = panel.current
    if (box === undefined || element === null) return
    const room = document.documentElement.clientWidth
    const width = Math.min(340, room - 32)
    element.style.left = `${Math.max(16, Math.min(box.left, room - width - 16)) + window.scrollX}px`
    // At the end of the window it opens upwards, and stays there as the bar does that holds the button.
    const height = document.documentElement.clientHeight
    const isLow = box.bottom > height * 0.7
    element.style.position = isLow ? 'fixed' : 'absolute'
    element.style.top = isLow ? 'auto' : `${box.bottom + 4 + window.scrollY}px`
    element.style.bottom = isLow ? `${height - box.top + 4}px` : 'auto'
  }

  return (
    <>
      <span ref={trigger}>
        <Button
          appearance={isOn ? 'outline' : 'subtle'}
          className={quiet && !isOn ? styles.quiet : styles.trigger}
          {...(icon === undefined ? {} : { icon })}
          popoverTarget={id}
          aria-expanded={open}
        >
          {label}
          <ChevronDown16Regular aria-hidden="true" />
        </Button>
      </span>
      <section
        ref={panel}
        id={id}
        popover="auto"
        aria-label={title}
        className={styles.panel}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') place()
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children}
      </section>
    </>
  )
}
