import { makeStyles } from '@fluentui/react-components'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { SetUpItem, Trust, TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery } from '../../../api/parent-queries.ts'
import { CodeBlock } from '../../../components/code/code-block.tsx'
import { CodePanel } from '../../../components/code/code-panel.tsx'
import { applicationPlaceholder, codeAround } from '../../../components/code/make-first.ts'
import { useSession } from '../../../components/use-session.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
})

interface PlannedCodeProps {
  readonly item: SetUpItem
}

/** The same as code before it is made: the identity, the trusts in every form, the roles. */
export function PlannedCode({ item }: PlannedCodeProps) {
  const styles = useStyles()
  const { settings } = useSession()
  const parent = plannedParent(item)
  const isThere = item.parent.kind === 'managedIdentity' || item.parent.kind === 'application'
  const query = parentDetailQuery(parent)
  const detail = useQuery(isThere ? query : { ...query, queryFn: skipToken })
  const principalId = detail.data?.principalId ?? null
  const { before, after } = codeAround({ parent: item.parent, roles: item.roles, principalId })
  return (
    <div className={styles.box}>
      {before !== null && (
        <CodeBlock
          words={
            item.parent.kind === 'newApplication'
              ? 'First the application and its service principal, with the Azure CLI. Entra gives the ID that the code of the trust needs.'
              : 'First the identity, with the Azure CLI. Its IDs stand as placeholders below until it is made.'
          }
          what="commands for the identity"
          text={before}
        />
      )}
      {item.trusts.map((wanted) => (
        <CodePanel
          key={wanted.name}
          trust={plannedTrust(wanted, parent)}
          detail={detail.data ?? null}
          settings={settings}
          stored={false}
        />
      ))}
      {after !== null && (
        <CodeBlock words="Then what it may do." what="commands for the roles" text={after} />
      )}
    </div>
  )
}

/** Of a new application nobody knows the ID yet: a placeholder stands in the code. */
export function plannedParent({ parent }: SetUpItem): TrustParent {
  if (parent.kind === 'newApplication') return { kind: 'application', appId: applicationPlaceholder }
  if (parent.kind === 'application') return parent
  const { subscriptionId, resourceGroup, identityName } = parent
  return { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName }
}

function plannedTrust(wanted: SetUpItem['trusts'][number], parent: TrustParent): Trust {
  const { name, issuer, subject = null, audiences, description } = wanted
  return {
    parent,
    name,
    issuer,
    subject,
    audiences,
    expression: wanted.expression ?? null,
    ...(description === undefined ? {} : { description }),
    resourceId: '',
    oddities: [],
    fingerprint: '',
    createdAt: null,
    firstSeenAt: null,
    seen: null,
  }
}
