import { makeStyles, tokens } from '@fluentui/react-components'
import type { RoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../copy-button.tsx'
import { assignCommand } from './assign-command.ts'
import { roleTitle } from './assignment-words.ts'
import { effectOfRole, powerWords } from './role-effects.ts'
import { readScope, scopeWords } from './scope-words.ts'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  effect: { fontSize: tokens.fontSizeBase400, lineHeight: '24px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
  },
  command: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
})

interface RolePreviewProps {
  readonly principalId: string
  readonly name: string
  /** Null while role or scope is not chosen. */
  readonly wanted: { readonly scope: string; readonly roleId: string } | null
  readonly roleName: string | null
  readonly subscriptions: readonly Subscription[]
  /** The same role, held there already. */
  readonly already: RoleAssignment | null
}

/** What the role will open, live, and the same as a command. */
export function RolePreview({
  principalId,
  name,
  wanted,
  roleName,
  subscriptions,
  already,
}: RolePreviewProps) {
  const styles = useStyles()
  return (
    <section className={styles.panel} aria-label="What will happen">
      <h3 className={styles.title}>What will happen</h3>
      {wanted === null ? (
        <p className={styles.quiet}>Choose what it needs to do and where: the effect shows here.</p>
      ) : (
        <Effect {...{ principalId, name, wanted, roleName, subscriptions, already }} />
      )}
    </section>
  )
}

function Effect(props: RolePreviewProps & { readonly wanted: NonNullable<RolePreviewProps['wanted']> }) {
  const { principalId, name, wanted, roleName, subscriptions, already } = props
  const styles = useStyles()
  const { scope, roleId } = wanted
  const words = scopeWords(scope, subscriptions)
  const power = powerWords(roleId)
  const command = assignCommand(principalId, wanted)
  const isWide = readScope(scope).kind === 'subscription'
  return (
    <>
      <p className={styles.effect}>{effectOfRole({ name, roleId, roleName, scope, words })}</p>
      {words.place !== '' && <p className={styles.quiet}>It lies {words.place}.</p>}
      {already !== null && (
        <Callout intent="information" title={`${name} has ${roleTitle(already)} there already`} />
      )}
      {power !== null && (
        <Callout intent="warning" title="Owner-like">
          <p>Whoever steals a token of this identity can {power} there.</p>
        </Callout>
      )}
      {isWide && (
        <Callout intent="warning" title="Whole subscription">
          <p>The role covers every group and resource in it. A resource group is most often enough.</p>
        </Callout>
      )}
      <p className={styles.quiet}>Azure takes up to 10 minutes to apply it.</p>
      <div>
        <p className={styles.quiet}>The same with the Azure CLI:</p>
        <div className={styles.line}>
          <code className={styles.command}>{command}</code>
          <CopyButton value={command} what="command" />
        </div>
      </div>
    </>
  )
}
