import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Trust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { useCloud } from '../../components/use-cloud.ts'
import { parentSearch, paths, type TrustKey } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import {
  changeValuesOf,
  changeWarnings,
  kindOfTrust,
  trustChangeSchema,
  valueChanges,
  type TrustChangeValues,
} from './trust-change.ts'
import { TrustChangePreview } from './trust-change-preview.tsx'
import { useChangeTrust } from './use-change-trust.ts'
import { ValueDiff } from './value-diff.tsx'
import { WildcardNote } from './wildcard-note.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'start' },
  name: { display: 'grid', rowGap: '4px' },
  label: { fontWeight: tokens.fontWeightSemibold, lineHeight: '20px' },
  help: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface TrustChangeFormProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly parentName: string
  readonly onEnd: () => void
}

/** Changes the raw strings of a stored trust, in place, with what that does. */
export function TrustChangeForm({ trustKey, trust, parentName, onEnd }: TrustChangeFormProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const kind = kindOfTrust(trust)
  const form = useForm<TrustChangeValues>({
    resolver: zodResolver(trustChangeSchema(kind, cloud)),
    defaultValues: changeValuesOf(trust),
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const draft = useDraft(`${paths.trust(trustKey)}#change`, form)
  const end = () => {
    draft.clear()
    onEnd()
  }
  const { base, conflict, error, submit } = useChangeTrust({ trustKey, trust, form, onStored: end })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustChangeValues
  const before = changeValuesOf(base)
  const changes = valueChanges(before, values)
  const warnings = changeWarnings(values, cloud)
  const { issuer, subject } = values
  return (
    <FormShell
      form={form}
      label={`Change trust ${trust.name}`}
      onSubmit={submit}
      submitError={error}
      aside={
        <TrustChangePreview
          before={before}
          after={values}
          changes={changes}
          parentName={parentName}
          kind={trustKey.parent.kind}
          warnings={warnings.filter(({ code }) => code !== 'wildcard')}
        />
      }
      actions={
        <div className={styles.actions}>
          <SubmitButton
            label="Save change"
            busyLabel="Saving"
            busy={form.formState.isSubmitting}
            blockedReason={changes.length === 0 ? 'Nothing differs from what Azure stores.' : null}
          />
          <Button onClick={end}>Cancel</Button>
        </div>
      }
    >
      {conflict !== null && (
        <Callout intent="warning" role="alert" title="Somebody changed this trust meanwhile">
          <p>What you typed is kept. This is what changed; saving now replaces it with your values.</p>
          <ValueDiff changes={valueChanges(changeValuesOf(conflict), before)} />
        </Callout>
      )}
      <div className={styles.name}>
        <span className={styles.label}>Name</span>
        <span className={styles.help}>
          Azure never renames a trust: for another name, make a new one and delete this.
        </span>
        <Identifier value={trust.name} what="name" copy={false} />
      </div>
      <TextField
        control={form.control}
        name="issuer"
        label="Issuer"
        help="“iss” of the token, character by character."
        mono
      />
      {kind === 'classic' ? (
        <TextField
          control={form.control}
          name="subject"
          label="Subject"
          help="“sub” of the token, character by character. Capitals count."
          mono
          lines={2}
        />
      ) : (
        <TextField
          control={form.control}
          name="expression"
          label="Pattern"
          help="Which claims have to match. It stays a pattern: for one exact subject, make a new trust and delete this."
          mono
          lines={3}
        />
      )}
      {warnings.some(({ code }) => code === 'wildcard') && (
        <WildcardNote href={paths.patternCreate({ ...parentSearch(trustKey.parent), issuer, subject })} />
      )}
      <TextField control={form.control} name="audience" label="Audience" help="“aud” of the token." mono />
      {trustKey.parent.kind === 'application' && (
        <TextField
          control={form.control}
          name="description"
          label="Description"
          help="For people: Azure compares nothing with it. At most 600 characters."
          optional
          lines={2}
        />
      )}
    </FormShell>
  )
}
