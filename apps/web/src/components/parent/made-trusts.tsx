import { makeStyles } from '@fluentui/react-components'
import { TrustName, type TrustParent } from '@trustwright/shared-schemas'
import { ActionLink } from '../action-link.tsx'
import { AppLink } from '../app-link.tsx'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  // Links that stand in a list have to be as tall as a finger's tip.
  made: { minHeight: '24px', lineHeight: '24px', paddingBottom: '4px' },
})

interface MadeTrustsProps {
  readonly parent: TrustParent
  /** As they stand in the address, parted by commas. */
  readonly names: string
}

/** Right after several trusts were stored from one form: which, and what to do next. */
export function MadeTrusts({ parent, names }: MadeTrustsProps) {
  const styles = useStyles()
  const made = names.split(',').filter((name) => TrustName.safeParse(name).success)
  const [first] = made
  if (first === undefined) return null
  return (
    <Callout
      intent="success"
      title={`Created ${counted(made.length, 'trust')}`}
      actions={
        <ActionLink href={paths.trust({ parent, trustName: first }, { tab: 'code' })}>
          Copy the sign-in step
        </ActionLink>
      }
    >
      <ul className={styles.list}>
        {made.map((name) => (
          <li key={name} className={styles.made}>
            <AppLink href={paths.trust({ parent, trustName: name })}>{name}</AppLink>
          </li>
        ))}
      </ul>
      <p>
        Next: put the sign-in step into the workload, then prove each trust with one of its tokens. Azure may
        take a few minutes to spread new trusts.
      </p>
    </Callout>
  )
}
