import { Button, makeStyles } from '@fluentui/react-components'
import type { RoleAssignment, RoleTemplateList, Subscription } from '@trustwright/shared-schemas'
import type { UseFormReturn } from 'react-hook-form'
import { heldAlready, roleIdOf, scopeOf, type RoleFormValues } from './role-form.ts'
import { ScopeFields } from './scope-fields.tsx'
import { scopeWords } from './scope-words.ts'
import { TaskFields } from './task-fields.tsx'
import { useHeldStill } from './use-held-still.ts'
import { useRoleRight } from './use-role-right.ts'
import { NoPermission } from '../state-views.tsx'
import { Callout } from '../../ui/callout.tsx'

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
  /** What the button says that takes it. */
  readonly addWords?: string
  /** What becomes of it where the person may not give it. */
  readonly lacking?: { readonly title: (place: string) => string; readonly text: string }
}

const leftToOthers = {
  title: (place: string) => `The role will be left to somebody who may give it on ${place}`,
  text: 'The trust is made all the same. The review has the request for your administrator.',
}

/** One role: the task, the narrowest place, and whether the person may give it there. */
export function AccessEditor(props: AccessEditorProps) {
  const { form, values, templates, subscriptions, held, onAdd, onLeaveOut } = props
  const { addWords = 'Add another role', lacking = leftToOthers } = props
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
          <Callout intent="warning" title={lacking.title(place)}>
            <p>{lacking.text}</p>
          </Callout>
          <NoPermission to={`give roles on ${place}`} access={right.missing} />
        </>
      )}
      <div className={styles.actions}>
        {onAdd !== null && <Button onClick={onAdd}>{addWords}</Button>}
        {onLeaveOut !== null && (
          <Button appearance="subtle" onClick={onLeaveOut}>
            Leave this one out
          </Button>
        )}
      </div>
    </>
  )
}
