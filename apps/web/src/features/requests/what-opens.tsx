import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { RequestAsked, SetUpItem, TrustParent } from '@trustwright/shared-schemas'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import { AccessRisks } from '../../components/access/access-risks.tsx'
import { scopeWords } from '../../components/access/scope-words.ts'
import { useHeldRoles } from '../../components/access/use-held-roles.ts'
import { useParentName } from '../../components/parent/use-parent-name.ts'
import { nameOfWishParent, storedParent } from './wish-words.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const most = 5

/** What whoever signs in by it may do: what the identities may do now, and what they are given with it. */
export function WhatOpens({ asked }: { readonly asked: RequestAsked }) {
  const styles = useStyles()
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const items: readonly Pick<SetUpItem, 'parent' | 'roles'>[] =
    asked.kind === 'set-up' ? asked.items : [{ parent: asked.parent, roles: [] }]
  const stored = items.flatMap(({ parent }) => storedParent(parent) ?? [])
  const each = [...new Map(stored.map((parent) => [JSON.stringify(parent), parent])).values()]
  const [first, ...more] = items
  const roles = items.flatMap((item) => item.roles)
  const given = new Map(roles.map((role) => [`${role.roleId} ${role.scope}`.toLowerCase(), role]))
  const isAllNew = each.length === 0
  return (
    <div className={styles.box}>
      {each.slice(0, most).map((parent) => (
        <Held key={JSON.stringify(parent)} parent={parent} />
      ))}
      {each.length > most && (
        <p className={styles.quiet}>{`And what ${each.length - most} other identities may do.`}</p>
      )}
      {isAllNew && roles.length === 0 && <p>Nothing yet: the identity is new, and gets no role.</p>}
      {isAllNew && roles.length > 0 && <p>What the roles above give it, and nothing else: it is new.</p>}
      <AccessRisks
        name={first !== undefined && more.length === 0 ? nameOfWishParent(first.parent) : 'one of them'}
        roles={[...given.values()]}
        subscriptions={subscriptions}
      />
    </div>
  )
}

function Held({ parent }: { readonly parent: TrustParent }) {
  const styles = useStyles()
  const name = useParentName(parent)
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const { assignments, error } = useHeldRoles(parent)
  if (error !== null)
    return (
      <p>
        The roles of {name} could not be read: {error.message}
      </p>
    )
  if (assignments === null) return <p className={styles.quiet}>The roles of {name} are not known yet.</p>
  if (assignments.length === 0) return <p>{name} has no role in Azure that you can see.</p>
  return (
    <>
      <p>{name} has these roles, which whoever signs in by the trust then uses:</p>
      <ul className={styles.list} aria-label={`Roles of ${name}`}>
        {assignments.map(({ assignmentId, ownerLike, roleDefinitionId, roleName, scope }) => (
          <li key={assignmentId}>
            <strong>{roleName ?? `Role ${roleDefinitionId.split('/').at(-1) ?? ''}`}</strong> on{' '}
            {scopeWords(scope, subscriptions).name}
            {ownerLike === true && ': it may do everything there, or give rights away'}
          </li>
        ))}
      </ul>
    </>
  )
}
