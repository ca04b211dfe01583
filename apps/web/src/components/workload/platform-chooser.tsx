import { makeStyles } from '@fluentui/react-components'
import { presetById, type PresetId } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../forms/choice-field.tsx'
import { markOf } from '../mark-of.ts'
import { PlatformMark } from '../platform-mark.tsx'
import { AllPlatforms } from './all-platforms.tsx'
import { notOfferedReason, summaryWithCertainty } from './certainty-words.ts'
import type { TrustFormValues } from './trust-form.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
})

/** The platforms that most people look for. */
const featured: readonly PresetId[] = [
  'github-actions',
  'aks',
  'gitlab',
  'hcp-terraform',
  'kubernetes',
  'other-issuer',
]

interface PlatformChooserProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly presetId: PresetId
  /** Null while none is chosen: every platform can be. */
  readonly kind: TrustParent['kind'] | null
  readonly onChange: () => void
}

/** A few platforms at once, the chosen one always among them, and all others behind one press. */
export function PlatformChooser({ form, presetId, kind, onChange }: PlatformChooserProps) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const justChosen = useRef<PresetId | null>(null)

  useEffect(() => {
    if (justChosen.current !== presetId) return
    justChosen.current = null
    focusTile(box.current, presetId)
  }, [presetId])

  const shown = featured.includes(presetId) ? featured : [...featured, presetId]
  return (
    <div className={styles.box} ref={box}>
      <ChoiceField
        control={form.control}
        name="presetId"
        label="Where does it run?"
        look="tiles"
        choices={shown.map((id) => {
          const preset = presetById(id)
          return {
            value: id,
            label: preset.title,
            help: notOfferedReason(preset, kind) ?? summaryWithCertainty(preset),
            icon: <PlatformMark mark={markOf(id)} />,
          }
        })}
        onChoice={onChange}
      />
      <AllPlatforms
        chosen={presetId}
        kind={kind}
        onChoose={(id) => {
          if (id === presetId) return focusTile(box.current, id)
          justChosen.current = id
          form.setValue('presetId', id, { shouldDirty: true })
          onChange()
        }}
      />
    </div>
  )
}

/** The entry that was pressed is gone, so the focus goes to the tile that stands for it. */
function focusTile(box: HTMLElement | null, id: PresetId): void {
  box?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus()
}
