import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

const useStyles = makeStyles({
  modal: {
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
    width: 'min(560px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  side: {
    margin: '0 auto 0 0',
    width: 'min(300px, 85vw)',
    height: '100vh',
    maxHeight: '100vh',
    borderRadius: 0,
  },
  inside: { padding: '24px', display: 'grid', rowGap: '16px' },
  title: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: '28px' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', marginTop: '8px' },
})

interface ModalProps {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Escape was pressed. Absent: the dialog stays until one of its actions is taken. */
  readonly onClose?: () => void
  readonly side?: boolean
}

/** The browser's own modal dialog: it keeps focus inside, closes by Escape and gives focus back. */
export function Modal({ open, title, children, actions, onClose, side = false }: ModalProps) {
  const styles = useStyles()
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  // Before the next key: a late return of the focus would take it from where that key moved it.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog === null || !open) return undefined
    const before = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={element}
      className={mergeClasses(styles.modal, side && styles.side)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <div className={styles.inside}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  )
}
