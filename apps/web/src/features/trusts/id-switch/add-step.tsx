import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TrustName, limits, type IdSwitch, type Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { parentWriteKeys } from '../../../api/parent-queries.ts'
import { createTrust } from '../../../api/trust-calls.ts'
import { PreflightNotes } from '../../../components/checks/preflight-notes.tsx'
import { FieldFrame, describedBy } from '../../../components/forms/field-frame.tsx'
import { SubmitButton } from '../../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { notify } from '../../../components/toaster.tsx'
import { paths, type TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', marginTop: '4px' },
  field: { width: '100%', maxWidth: '640px', fontFamily: tokens.fontFamilyMonospace },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface AddStepProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly found: IdSwitch
  readonly onStored: () => void
}

/** Stores the trust with IDs beside the one with names, where there is room. */
export function AddStep({ trustKey: { parent }, trust, found, onStored }: AddStepProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { newName, wanted, stored, expectedRisks } = found
  const [name, setName] = useState(newName)
  const [isTried, setIsTried] = useState(false)
  const read = TrustName.safeParse(name)
  const error = isTried && !read.success ? read.error.issues[0]?.message : undefined
  const isFull = stored >= limits.trustsPerIdentity
  const draft = { name, issuer: trust.issuer, subject: wanted ?? '', audiences: trust.audiences.slice(0, 1) }
  const store = useMutation({
    mutationFn: () => createTrust(parent, { ...draft, acceptRisks: [...expectedRisks] }),
    onSuccess: (made) => {
      for (const queryKey of parentWriteKeys(parent)) void queries.invalidateQueries({ queryKey })
      notify({
        intent: 'success',
        title: `Stored ${made.name}`,
        text: 'Azure may take a few minutes to spread it.',
      })
      onStored()
    },
  })
  if (isFull)
    return (
      <Callout
        intent="warning"
        title={`There is no room: ${stored} of ${limits.trustsPerIdentity} trusts are stored`}
      >
        <p>
          Both stand side by side for a while, so one place has to be free. Delete a trust that nobody needs
          from <AppLink href={paths.parent(parent)}>its identity</AppLink>, then come back.
        </p>
      </Callout>
    )
  const words = { label: 'Name of the trust with IDs', help: 'Azure never renames a trust.' }
  const blocked = expectedRisks.length > 0
  return (
    <form
      className={styles.box}
      aria-label="Store the trust with IDs"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (read.success && !store.isPending) store.mutate()
      }}
    >
      <FieldFrame name="switch-name" {...words} error={error}>
        <Input
          {...describedBy('switch-name', words, error)}
          className={styles.field}
          value={name}
          maxLength={limits.nameMaxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setName(value)}
        />
      </FieldFrame>
      <p className={styles.quiet}>
        It is number {stored + 1} of {limits.trustsPerIdentity}
        {stored + 1 === limits.trustsPerIdentity ? ', the last place' : ''}: one goes again at the end. Same
        issuer, same audience.
        {blocked ? ' GitHub still sends names, so no token matches it before the next step.' : ''}
      </p>
      <PreflightNotes
        hidden={expectedRisks}
        request={read.success ? { operation: 'create', parent, draft: { ...draft, expression: null } } : null}
        {...(read.success && {
          asked: { wish: { kind: 'create' as const, parent, trust: draft }, what: `the trust ${name}` },
        })}
      />
      {store.error !== null && <ProblemNotice error={store.error} />}
      <SubmitButton label="Store it beside this one" busyLabel="Storing the trust" busy={store.isPending} />
    </form>
  )
}
