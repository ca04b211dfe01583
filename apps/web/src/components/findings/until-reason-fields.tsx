import { Input, Textarea, makeStyles } from '@fluentui/react-components'
import { FieldFrame, describedBy } from '../forms/field-frame.tsx'
import type { UntilReason } from './use-until-reason.ts'

const useStyles = makeStyles({ box: { display: 'grid', rowGap: '16px' }, field: { width: '100%' } })

const until = { label: 'Until', help: 'At its end it is open again by itself. At most two years ahead.' }
const why = { label: 'Why', help: 'Everybody who looks at the findings, and every auditor, reads it.' }

/** Until when, and why: asked for of every acceptance. */
export function UntilReasonFields({ values }: { readonly values: UntilReason }) {
  const styles = useStyles()
  const { day, setDay, reason, setReason, dayError, reasonError } = values
  return (
    <div className={styles.box}>
      <FieldFrame name="accept-until" {...until} error={dayError}>
        <Input
          {...describedBy('accept-until', until, dayError)}
          type="date"
          className={styles.field}
          value={day}
          onChange={(_, { value }) => setDay(value)}
        />
      </FieldFrame>
      <FieldFrame name="accept-why" {...why} error={reasonError}>
        <Textarea
          {...describedBy('accept-why', why, reasonError)}
          className={styles.field}
          textarea={{ 'data-first-focus': '' } as object}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </FieldFrame>
    </div>
  )
}
