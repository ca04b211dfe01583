import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Modal } from '../ui/modal.tsx'
import { areShortcutsOn, turnShortcuts, useShortcut, useShortcutList } from './shortcuts.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '8px 24px',
    margin: 0,
    alignItems: 'center',
  },
  keys: { display: 'flex', columnGap: '4px' },
  switch: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '32px' },
  box: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandBackground },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: '0 8px',
    lineHeight: '24px',
    minWidth: '26px',
    textAlign: 'center',
  },
})

/** What `?` opens: the keys of the present page, and the switch that turns them off. */
export function ShortcutList({
  open,
  onOpen,
  onClose,
}: {
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}) {
  const styles = useStyles()
  const shortcuts = useShortcutList()
  const [on, setOn] = useState(areShortcutsOn)
  useShortcut('?', 'Show these keys', onOpen)
  return (
    <Modal
      open={open}
      title="Keys on this page"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <dl className={styles.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt className={styles.keys}>
              {keys.split(' ').map((key) => (
                <kbd className={styles.key} key={key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          className={styles.box}
          checked={on}
          onChange={(event) => {
            turnShortcuts(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        Keys work outside of fields
      </label>
    </Modal>
  )
}
