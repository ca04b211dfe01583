import { Button, makeStyles } from '@fluentui/react-components'
import type { RoleAssignment, RoleTemplateList, Subscription } from '@trustwright/shared-schemas'
import type { UseFormReturn } from 'react-hook-form'
import { heldAlready, roleIdOf, scopeOf, type RoleFormValues } from '../../../components/access/role-form.ts'
import { ScopeFields } from '../../../components/access/scope-fields.tsx'
import { scopeWords } from '../../../components/access/scope-words.ts'
import { TaskFields } from '../../../components/access/task-fields.tsx'
import { useHeldStill } from '../../../components/access/use-held-still.ts'
import { useRoleRight } from '../../../components/access/use-role-right.ts'
import { NoPermission } from '../../../components/state-views.tsx'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

interface AccessEditorProps {
  readonly form: UseFormReturn<RoleFormValues>
  readonly values: RoleFormValues
  readonly templates: RoleTemplateList
  readonly subscriptions: readonly Subscription[]
  /** What the identity has already. */
  readonly held: readonly RoleAssignment[]
  /** Takes this one and offers the next; null where there is room for no more. */
  readonly onAdd: (() => void) | null
  /** Null while it is the only one. */
  readonly onLeaveOut: (() => void) | null
}

/** One role: the task, the narrowest place, and whether the person may give it there. */
export function AccessEditor(props: AccessEditorProps) {
  const { form, values, templates, subscriptions, held, onAdd, onLeaveOut } = props
  const styles = useStyles()
  const scope = scopeOf(values)
  const roleId = roleIdOf(values)
  const settled = useHeldStill(scope, 300)
  const right = useRoleRight(settled === scope ? scope : null, 'create')
  const place = scope === null ? '' : scopeWords(scope, subscriptions).name
  const has = scope !== null && roleId !== '' && heldAlready(held, { scope, roleId }) !== null
  return (
    <>
      <TaskFields form={form} list={templates} />
      <ScopeFields form={form} values={values} subscriptions={subscriptions} />
      {has && <Callout intent="information" title="It has this role there already: nothing changes" />}
      {right.missing !== null && (
        <>
          <Callout intent="warning" title={`The role will be left to somebody who may give it on ${place}`}>
            <p>The trust is made all the same. The review has the request for your administrator.</p>
          </Callout>
          <NoPermission to={`give roles on ${place}`} access={right.missing} />
        </>
      )}
      <div className={styles.actions}>
        {onAdd !== null && <Button onClick={onAdd}>Add another role</Button>}
        {onLeaveOut !== null && (
          <Button appearance="subtle" onClick={onLeaveOut}>
            Leave this one out
          </Button>
        )}
      </div>
    </>
  )
}
