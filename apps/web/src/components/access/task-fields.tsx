import { makeStyles, tokens } from '@fluentui/react-components'
import type { RoleTemplateList } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { calendarDay } from '../../lib/time.ts'
import { SelectField } from '../forms/select-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { TickField } from '../forms/tick-field.tsx'
import { powerWords } from './role-effects.ts'
import { needsPowerTick, needsReason, ownRole, roleIdOf, type RoleFormValues } from './role-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', minWidth: 0 },
  facts: { fontSize: tokens.fontSizeBase200, lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  source: { color: tokens.colorBrandForegroundLink },
})

interface TaskFieldsProps {
  readonly form: UseFormReturn<RoleFormValues>
  readonly list: RoleTemplateList
}

/** What the identity needs to do, and with it the least role; or a role that the person names. */
export function TaskFields({ form, list }: TaskFieldsProps) {
  const styles = useStyles()
  const { control } = form
  const [task, ownRoleId] = useWatch({ control, name: ['task', 'ownRoleId'] })
  const template = list.templates.find(({ roleId }) => roleId === task)
  const power = powerWords(roleIdOf({ task, ownRoleId }))

  function follow(chosen: string) {
    form.setValue('acceptsPower', false)
    const wanted = list.templates.find(({ roleId }) => roleId === chosen)?.scopeKind
    if (wanted === 'resource' || wanted === 'resource-group') form.setValue('where', wanted)
  }

  return (
    <section className={styles.section} aria-label="Role">
      <SelectField
        control={control}
        name="task"
        label="What it needs to do"
        help="The least built-in role for it is taken."
        prompt="Choose a task"
        options={[
          ...list.templates.map(({ roleId, task: label }) => ({ value: roleId, label })),
          { value: ownRole, label: 'Something else: a role by its ID' },
        ]}
        onChoice={follow}
      />
      {template !== undefined && (
        <p className={styles.facts}>
          Role <strong>{template.roleName}</strong>, as of {calendarDay(list.asOf)}.{' '}
          <a className={styles.source} href={template.source} target="_blank" rel="noreferrer">
            Microsoft’s page of the role (new tab)
          </a>
        </p>
      )}
      {task === ownRole && (
        <TextField
          control={control}
          name="ownRoleId"
          label="Role ID"
          help="A GUID, of a built-in or custom role. “az role definition list --name …” tells it, as name."
          mono
          placeholder="4633458b-17de-408a-b874-0445c86b69e6"
          onTextChange={() => form.setValue('acceptsPower', false)}
        />
      )}
      {needsPowerTick({ task, ownRoleId }) && (
        <TickField
          control={control}
          name="acceptsPower"
          label="I looked into what this role allows: the portal learns that only after it is given."
        />
      )}
      {needsReason({ task, ownRoleId }) && (
        <TextField
          control={control}
          name="reason"
          label="Why nothing less will do"
          help={`It may then ${power ?? 'do everything'} there. Azure keeps the reason with the role, for whoever reviews it.`}
        />
      )}
    </section>
  )
}
