import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useId, useRef, useState } from 'react'
import { announce } from '../../components/announcer.tsx'
import { AnyParentPicker } from '../../components/parent/any-parent-picker.tsx'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '32px' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  mark: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    maxWidth: '560px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

interface SignsInAsProps {
  /** Null: any of the tenant. */
  readonly chosen: { readonly parent: TrustParent; readonly name: string; readonly isNamed?: boolean } | null
  readonly onChoose: (parent: TrustParent) => void
  readonly onEveryTrust: () => void
}

/** Whom the workload signs in as: a trust elsewhere does not help it. */
export function SignsInAs({ chosen, onChoose, onEveryTrust }: SignsInAsProps) {
  const styles = useStyles()
  const id = useId()
  const opener = useRef<HTMLElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const close = () => {
    setIsOpen(false)
    opener.current?.focus()
  }
  return (
    <section className={styles.box} aria-label="Whom the workload signs in as">
      <div className={styles.line}>
        <span className={styles.label}>Signs in as</span>
        <span className={styles.value}>
          {chosen === null ? (
            <span className={styles.name}>any identity or application</span>
          ) : (
            <>
              <span className={styles.mark}>
                {chosen.parent.kind === 'application' ? <ApplicationMark /> : <ManagedIdentityMark />}
              </span>
              <bdi className={styles.name}>{chosen.name}</bdi>
            </>
          )}
        </span>
        {chosen?.isNamed === true && <span className={styles.label}>named in the text</span>}
        <Button
          ref={(element: HTMLElement | null) => {
            opener.current = element
          }}
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {chosen === null ? 'Choose which' : 'Choose another'}
        </Button>
        {chosen !== null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              announce('Compared with every trust')
              opener.current?.focus()
              onEveryTrust()
            }}
          >
            Compare with every trust
          </Button>
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          // Escape closes it from any of its fields, which keep their own use of that key while they are open.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
          <div
            className={styles.panel}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) close()
            }}
          >
            <AnyParentPicker
              picked={chosen?.parent ?? null}
              onPick={(parent) => {
                close()
                onChoose(parent)
              }}
            />
            <div>
              <Button size="small" onClick={close}>
                Cancel
              </Button>
            </div>
          </div>
        )}
      </div>
    </section>
  )
}
