import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ShieldAdd20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { RoleAssignment, TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useRef, useState } from 'react'
import { roleAssignmentsQuery } from '../../api/access-queries.ts'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { QueryView } from '../query-view.tsx'
import { AssignmentList } from './assignment-list.tsx'
import { GiveRoleForm } from './give-role-form.tsx'
import { RemoveRoleDialog } from './remove-role-dialog.tsx'
import type { ScopeHint } from './start-values.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
  },
  title: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '24px',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
})

interface AccessSectionProps {
  readonly parent: TrustParent
  /** Object ID of the service principal; null where there is none. */
  readonly principalId: string | null
  /** Of the identity or application. */
  readonly name: string
  /** Where the identity itself lies: a role is most often wanted near it. */
  readonly scopeHint: ScopeHint | null
}

/** What an identity opens: its roles in Azure, narrowest scope first, and giving and removing them. */
export function AccessSection({ parent, principalId, name, scopeHint }: AccessSectionProps) {
  const styles = useStyles()
  if (principalId !== null)
    return <Roles parent={parent} principalId={principalId} name={name} scopeHint={scopeHint} />
  return (
    <section className={styles.section} aria-labelledby="access-title">
      <h2 className={styles.title} id="access-title">
        Access
      </h2>
      <p className={styles.quiet}>
        {name} has no service principal in this tenant yet. Roles are given to that one, so it can hold none.
      </p>
    </section>
  )
}

function Roles({
  parent,
  principalId,
  name,
  scopeHint,
}: AccessSectionProps & { readonly principalId: string }) {
  const styles = useStyles()
  const held = useQuery(roleAssignmentsQuery(principalId))
  const subscriptions = useQuery(subscriptionsQuery).data?.subscriptions ?? []
  const [giving, setGiving] = useState(false)
  const [removing, setRemoving] = useState<RoleAssignment | null>(null)
  const [removals, setRemovals] = useState(0)
  const title = useRef<HTMLHeadingElement>(null)
  const head = useRef<HTMLDivElement>(null)
  // The button that opened the dialog is gone with its row; the title is what stays.
  useEffect(() => {
    if (removals > 0) title.current?.focus()
  }, [removals])

  function close() {
    head.current?.querySelector('button')?.focus()
    setGiving(false)
  }

  return (
    <section className={styles.section} aria-labelledby="access-title">
      <div className={styles.head} ref={head}>
        <h2 className={styles.title} id="access-title" ref={title} tabIndex={-1}>
          Access
        </h2>
        <Button icon={<ShieldAdd20Regular />} aria-expanded={giving} onClick={() => setGiving(!giving)}>
          Give a role
        </Button>
      </div>
      {giving && (
        <GiveRoleForm
          parent={parent}
          principalId={principalId}
          name={name}
          scopeHint={scopeHint}
          subscriptions={subscriptions}
          held={held.data?.assignments ?? []}
          onEnd={close}
        />
      )}
      <QueryView query={held} skeleton={<Skeleton shape="rows" count={3} label="Reading the roles" />}>
        {(list) => <AssignmentList list={list} subscriptions={subscriptions} onRemove={setRemoving} />}
      </QueryView>
      {removing !== null && (
        <RemoveRoleDialog
          principalId={principalId}
          name={name}
          assignment={removing}
          subscriptions={subscriptions}
          onCancel={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null)
            setRemovals((before) => before + 1)
          }}
        />
      )}
    </section>
  )
}
