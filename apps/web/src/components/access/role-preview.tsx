import { makeStyles, tokens } from '@fluentui/react-components'
import type { RoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { CopyButton } from '../copy-button.tsx'
import { EffectPanel, useEffectStyles } from '../effect/effect-panel.tsx'
import { assignCommand } from './assign-command.ts'
import { roleTitle } from './assignment-words.ts'
import { effectOfRole, powerWords } from './role-effects.ts'
import { readScope, scopeWords } from './scope-words.ts'

const useStyles = makeStyles({
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
  const words = useEffectStyles()
  return (
    <EffectPanel title="What will happen" level={3}>
      {wanted === null ? (
        <p className={words.quiet}>Choose what it needs to do and where: the effect shows here.</p>
      ) : (
        <Effect {...{ principalId, name, wanted, roleName, subscriptions, already }} />
      )}
    </EffectPanel>
  )
}

function Effect(props: RolePreviewProps & { readonly wanted: NonNullable<RolePreviewProps['wanted']> }) {
  const { principalId, name, wanted, roleName, subscriptions, already } = props
  const styles = useStyles()
  const { effect, quiet } = useEffectStyles()
  const { scope, roleId } = wanted
  const words = scopeWords(scope, subscriptions)
  const power = powerWords(roleId)
  const command = assignCommand(principalId, wanted)
  const isWide = readScope(scope).kind === 'subscription'
  return (
    <>
      <p className={effect}>{effectOfRole({ name, roleId, roleName, scope, words })}</p>
      {words.place !== '' && <p className={quiet}>It lies {words.place}.</p>}
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
      <p className={quiet}>Azure takes up to 10 minutes to apply it.</p>
      <div>
        <p className={quiet}>The same with the Azure CLI:</p>
        <div className={styles.line}>
          <code className={styles.command}>{command}</code>
          <CopyButton value={command} what="command" />
        </div>
      </div>
    </>
  )
}
