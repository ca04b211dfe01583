import { Button, makeStyles } from '@fluentui/react-components'
import { ChevronDown20Regular, ChevronUp20Regular } from '@fluentui/react-icons'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import { PlannedCode } from './planned-code.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  // Its words stand in line with the page.
  toggle: {
    justifySelf: 'start',
    marginLeft: '-12px',
    // There the button has an edge, which then stands in line.
    '@media (forced-colors: active)': { marginLeft: 0 },
  },
})

interface FoldedCodeProps {
  readonly item: SetUpItem
}

/** The code, drawn once it is asked for: Fluent's tabs hold the focus where they lie in a closed `details`. */
export function FoldedCode({ item }: FoldedCodeProps) {
  const styles = useStyles()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.box}>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={open ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        The same as code
      </Button>
      {open && (
        <div id={id}>
          <PlannedCode item={item} />
        </div>
      )}
    </div>
  )
}
