import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import type { RoleTemplateList, Subscription } from '@trustwright/shared-schemas'
import { useId } from 'react'
import type { RoleFormValues } from '../../../components/access/role-form.ts'
import { useHeldRoles } from '../../../components/access/use-held-roles.ts'
import { useRoleWords } from '../../../components/access/use-role-words.ts'
import { FormShell } from '../../../components/forms/form-shell.tsx'
import { acceptRole } from './accepted-roles.ts'
import { AccessEditor } from '../../../components/access/access-editor.tsx'
import { AccessRisks } from '../../../components/access/access-risks.tsx'
import { AccessRoles } from '../../../components/access/access-roles.tsx'
import { mostRoles, roleOfForm, shownRole } from '../../../components/access/access-values.ts'
import { DraftPreview } from '../draft-preview.tsx'
import { HeldRoles } from './held-roles.tsx'
import { useKeptLive } from '../identity/identity-live.ts'
import { nameOfDraftParent } from '../parent-of-draft.ts'
import { ContinueButton } from '../continue-button.tsx'
import { StepActions } from '../step-actions.tsx'
import { useAccessForm } from './use-access-form.ts'
import { useNameOfParent } from '../identity/use-name-of-parent.ts'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  add: { justifySelf: 'start' },
})

interface AccessFormProps {
  readonly wizard: Wizard
  readonly templates: RoleTemplateList
  readonly subscriptions: readonly Subscription[]
}

/** The least roles for what it does, each at the narrowest place; or none, which can be given later. */
export function AccessForm({ wizard, templates, subscriptions }: AccessFormProps) {
  const styles = useStyles()
  const titleId = useId()
  const { body, change } = wizard
  const state = useAccessForm(wizard, subscriptions)
  const { form, values, gives, roles, isOpen } = state
  const shown = state.all(shownRole(values))
  useKeptLive(change, 'access', [...state.all(roleOfForm(values))])
  const existing = body.parent?.kind === 'existing' ? body.parent.parent : null
  const name = nameOfDraftParent(body.parent, useNameOfParent(body.parent))
  const held = useHeldRoles(existing)
  const words = useRoleWords(roles, name)

  function submit(valid: RoleFormValues) {
    const last = gives && isOpen ? roleOfForm(valid) : null
    if (last !== null) acceptRole(wizard.draftId, last)
    change({ access: [...state.all(last)] })
    wizard.go('review')
  }

  return (
    <FormShell
      form={form}
      label="Access"
      onSubmit={submit}
      submitError={null}
      aside={
        <DraftPreview body={{ ...body, access: [...shown] }} isAsked={!gives}>
          <AccessRisks name={name} roles={shown} subscriptions={subscriptions} />
        </DraftPreview>
      }
      actions={
        <StepActions wizard={wizard} back="identity">
          <ContinueButton busy={form.formState.isSubmitting} />
        </StepActions>
      }
    >
      <section className={styles.section}>
        <h2 className={styles.title} id={titleId}>
          What may {name} do?
        </h2>
        {existing !== null && <HeldRoles held={held} subscriptions={subscriptions} />}
        <RadioGroup
          aria-labelledby={titleId}
          value={gives ? 'give' : 'none'}
          onChange={(_, { value }) => state.setGives(value === 'give')}
        >
          <Radio
            value="none"
            label={
              existing === null
                ? 'No role for now: it can sign in and do nothing yet'
                : 'What it may do now: give no further role'
            }
          />
          <Radio value="give" label="Give it a role" />
        </RadioGroup>
      </section>
      {gives && roles.length > 0 && <AccessRoles roles={roles} words={words} onRemove={state.remove} />}
      {gives && isOpen && (
        <AccessEditor
          form={form}
          values={values}
          templates={templates}
          subscriptions={subscriptions}
          held={held.assignments ?? []}
          onAdd={roles.length + 1 < mostRoles ? state.add : null}
          onLeaveOut={roles.length > 0 ? state.close : null}
        />
      )}
      {gives && !isOpen && roles.length < mostRoles && (
        <Button className={styles.add} icon={<Add20Regular />} onClick={state.open}>
          Add another role
        </Button>
      )}
    </FormShell>
  )
}
