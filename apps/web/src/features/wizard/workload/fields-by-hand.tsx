import { makeStyles, tokens } from '@fluentui/react-components'
import { presetById } from '@trustwright/federation'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'

const useStyles = makeStyles({
  fold: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  summary: {
    cursor: 'pointer',
    padding: '6px 12px',
    minHeight: '24px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
  },
  inside: { padding: '8px 12px 16px' },
})

/** Every field that needs no asking, for whoever wants another value. It opens by itself where one is refused. */
export function FieldsByHand({ visible, ...fields }: StepFieldsProps) {
  const styles = useStyles()
  if (visible.length === 0) return null
  const { presetId, form } = fields
  const { fieldGuides } = presetById(presetId)
  const refused = Object.keys(form.formState.errors.fields?.[presetId] ?? {})
  const labels = visible.flatMap((key) => fieldGuides[key]?.label ?? [])
  const names = labels.length > 3 ? [...labels.slice(0, 2), '…'] : labels
  return (
    <details
      className={styles.fold}
      {...(refused.some((key) => visible.includes(key)) ? { open: true } : {})}
    >
      <summary className={styles.summary}>Change by hand: {names.join(', ')}</summary>
      <div className={styles.inside}>
        <StepFields {...fields} visible={visible} facts />
      </div>
    </details>
  )
}
