import { zodResolver } from '@hookform/resolvers/zod'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { DirectoryAccess } from '@trustwright/shared-schemas'
import { useForm } from 'react-hook-form'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { StepList } from '../../components/step-list.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { ApplicationForm, type ApplicationFormValues } from './application-form.ts'
import { HalfMade } from './half-made.tsx'
import { useCreateApplication } from './use-create-application.ts'

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  aside: { display: 'grid', rowGap: '12px', minWidth: 0 },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
})

interface ApplicationCreateFormProps {
  /** Null where the portal may not ask. */
  readonly access: DirectoryAccess | null
  readonly returnTo: string | undefined
}

/** The name of a new application; everything else about it is the safe choice, and said. */
export function ApplicationCreateForm({ access, returnTo }: ApplicationCreateFormProps) {
  const styles = useStyles()
  const form = useForm<ApplicationFormValues>({
    resolver: zodResolver(ApplicationForm),
    defaultValues: { displayName: '' },
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const draft = useDraft(paths.applicationCreate(), form)
  const { progress, error, submit, addressOf } = useCreateApplication({
    form,
    returnTo,
    onStored: draft.clear,
  })
  const steps = (
    <StepList
      steps={[
        { label: 'Application', state: progress.application },
        { label: 'Service principal', state: progress.principal },
      ]}
    />
  )
  if (progress.made !== null) {
    return (
      <HalfMade
        progress={progress}
        application={progress.made}
        steps={steps}
        error={error}
        onGoOn={() => submit(form.getValues())}
        address={addressOf(progress.made)}
      />
    )
  }
  const missing = access?.allowed === false ? access : null
  return (
    <FormShell
      form={form}
      label="New application"
      onSubmit={submit}
      submitError={error}
      aside={<WhatIsMade />}
      actions={
        <>
          {progress.application !== 'waiting' && steps}
          <SubmitButton
            label="Create application"
            busyLabel="Creating"
            busy={form.formState.isSubmitting}
            blockedReason={
              missing === null ? null : 'You may not register applications. Ask for what is named above.'
            }
          />
        </>
      }
    >
      {missing !== null && <NoPermission to="register an application" access={missing} />}
      {access?.allowed === null && (
        <p className={styles.note}>
          Your organisation decides who may register applications, and Azure tells only when you try. The
          directory role {access.role} is enough in any case.
        </p>
      )}
      <TextField
        control={form.control}
        name="displayName"
        label="Name"
        help="What people see in lists and sign-in logs. It can be changed later, and need not be unique."
        placeholder="pay-api deploys"
      />
    </FormShell>
  )
}

function WhatIsMade() {
  const styles = useStyles()
  const { user } = useSession()
  return (
    <section className={styles.aside} aria-labelledby="what-is-made">
      <h2 className={styles.title} id="what-is-made">
        What will be made
      </h2>
      <FactList
        facts={[
          { term: 'Who can sign in', detail: 'This tenant only: no other tenant can use it' },
          { term: 'Owner', detail: user === null ? 'You' : `You, ${user.username}` },
          { term: 'Service principal', detail: 'Made along, so that workloads can sign in here' },
          { term: 'Secrets', detail: 'None: workloads sign in by a trust' },
        ]}
      />
    </section>
  )
}
