import { presetById } from '@trustwright/federation'
import { Fold } from '../../../ui/fold.tsx'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'

/** Every field that needs no asking, for whoever wants another value. It opens by itself where one is refused. */
export function FieldsByHand({ visible, ...fields }: StepFieldsProps) {
  if (visible.length === 0) return null
  const { presetId, form } = fields
  const { fieldGuides } = presetById(presetId)
  const refused = Object.keys(form.formState.errors.fields?.[presetId] ?? {})
  const labels = visible.flatMap((key) => fieldGuides[key]?.label ?? [])
  const names = labels.length > 3 ? [...labels.slice(0, 2), '…'] : labels
  return (
    <Fold
      isDue={refused.some((key) => visible.includes(key))}
      summary={`Change by hand: ${names.join(', ')}`}
    >
      <StepFields {...fields} visible={visible} facts />
    </Fold>
  )
}
