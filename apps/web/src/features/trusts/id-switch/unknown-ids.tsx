import { makeStyles } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import type { IdSwitch } from '@trustwright/shared-schemas'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import type { TypedIds } from '../../../api/id-switch-calls.ts'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { TextField } from '../../../components/forms/text-field.tsx'
import { GithubSignIn } from '../../../components/github/github-sign-in.tsx'
import { useHere } from '../../../components/use-here.ts'
import { FindGithubIds } from '../../../components/workload/find-github-ids.tsx'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '640px' },
})

const numericId = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,18}$/, 'An ID at GitHub is a number, such as 5544123.')
const schema = z.object({ owner: numericId, repository: numericId })

interface UnknownIdsProps {
  readonly found: IdSwitch
  readonly onIds: (ids: TypedIds) => void
}

/** GitHub told nothing: sign in there, or say the IDs. */
export function UnknownIds({ found: { why, gaps, repository }, onIds }: UnknownIdsProps) {
  const styles = useStyles()
  const here = useHere()
  const form = useForm<TypedIds>({
    resolver: zodResolver(schema),
    defaultValues: { owner: '', repository: '' },
    shouldFocusError: true,
  })
  const [owner = '', name = ''] = (repository ?? '').split('/')
  return (
    <>
      <Callout
        intent="information"
        title={why?.text ?? ''}
        actions={<GithubSignIn keep={() => Promise.resolve(here)} />}
      >
        {gaps.map((gap) => (
          <p key={gap}>{gap}</p>
        ))}
        <p>Sign in to GitHub as somebody who sees the repository, or type both IDs.</p>
      </Callout>
      <form
        className={styles.box}
        aria-label="IDs of the repository"
        noValidate
        onSubmit={(event) => void form.handleSubmit((ids) => onIds(schema.parse(ids)))(event)}
      >
        <FindGithubIds owner={owner} repository={name} host={null} />
        <TextField
          control={form.control}
          name="owner"
          label="Owner ID"
          help={`The number of ${owner}.`}
          inputMode="numeric"
          mono
        />
        <TextField
          control={form.control}
          name="repository"
          label="Repository ID"
          help={`The number of ${name}.`}
          inputMode="numeric"
          mono
        />
        <SubmitButton label="Use these IDs" busyLabel="Reading" busy={false} />
      </form>
    </>
  )
}
