import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components'
import type { Subscription } from '@trustwright/shared-schemas'
import { AccessRisks } from '../../../components/access/access-risks.tsx'
import type { FarAccessState } from './use-far-access.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
})

interface FarAccessProps {
  readonly far: FarAccessState
  /** Whom the roles are for. */
  readonly name: string
  readonly subscriptions: readonly Subscription[]
}

/** Roles that reach far: what a stolen token would open, and why they are given all the same. */
export function FarAccess({ far, name, subscriptions }: FarAccessProps) {
  const styles = useStyles()
  if (far.roles.length === 0) return null
  return (
    <section className={styles.section} aria-label="Far-reaching access">
      <AccessRisks name={name} roles={far.roles} subscriptions={subscriptions} />
      {far.asksReason && (
        <Field
          label="Why nothing less will do"
          hint="Azure keeps the reason with the role, for whoever reviews it."
        >
          <Input value={far.reason} onChange={(_, { value }) => far.setReason(value)} />
        </Field>
      )}
      {far.asksTick && (
        <Checkbox
          label="It needs this much. Nothing less will do."
          checked={far.accepts}
          onChange={(_, { checked }) => far.setAccepts(checked === true)}
        />
      )}
    </section>
  )
}
