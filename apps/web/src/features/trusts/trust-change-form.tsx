import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { CauseField } from '@trustwright/federation'
import type { PreflightRequest, Trust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { PreflightNotes } from '../../components/checks/preflight-notes.tsx'
import { RiskTick } from '../../components/checks/risk-tick.tsx'
import { useRisks } from '../../components/checks/use-risks.ts'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { RestoredNote } from '../../components/forms/restored-note.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { parentSearch, paths, type TrustKey } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { changeDraftPage, prefillFor, type ChangePrefill } from './change-prefill.ts'
import {
  changeRequest,
  changeValuesOf,
  patternWarnings,
  kindOfTrust,
  trustChangeSchema,
  valueChanges,
  type TrustChangeValues,
} from './trust-change.ts'
import { TrustChangeFields } from './trust-change-fields.tsx'
import { TrustChangePreview } from './trust-change-preview.tsx'
import { useChangeCauses } from './use-change-causes.ts'
import { useChangeTrust } from './use-change-trust.ts'
import { ValueDiff } from '../../components/value-diff.tsx'

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
  /** Values that a link wants stored in place of those that are; empty for none. */
  readonly prefill: ChangePrefill
  readonly onEnd: () => void
}

/** Changes the raw strings of a stored trust, in place, with what that does. */
export function TrustChangeForm({ trustKey, trust, parentName, prefill, onEnd }: TrustChangeFormProps) {
  const styles = useStyles()
  const kind = kindOfTrust(trust)
  const form = useForm<TrustChangeValues>({
    resolver: zodResolver(trustChangeSchema(kind)),
    defaultValues: { ...changeValuesOf(trust), ...prefillFor(kind, prefill) },
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const draft = useDraft(changeDraftPage(trustKey, prefill), form)
  const end = () => {
    draft.clear()
    onEnd()
  }
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustChangeValues
  const { causes, github } = useChangeCauses(values, trustKey.parent)
  const risks = useRisks(causes)
  const { base, conflict, error, submit } = useChangeTrust({
    trustKey,
    trust,
    form,
    onStored: end,
    acceptRisks: risks.codes,
  })
  const before = changeValuesOf(base)
  const changes = valueChanges(before, values)
  const warnings = patternWarnings(values)
  const codes = causes.map(({ code }) => code)
  const setValue = (field: CauseField, value: string) => {
    if (field !== 'name') form.setValue(field, value, { shouldDirty: true, shouldValidate: true })
  }
  const { issuer, subject } = values
  const preflight: PreflightRequest = {
    operation: 'change',
    parent: trustKey.parent,
    draft: {
      name: trust.name,
      issuer,
      subject: subject === '' ? null : subject,
      expression: values.expression === '' ? null : values.expression,
      audiences: [values.audience],
    },
  }
  return (
    <FormShell
      form={form}
      label={`Change trust ${trust.name}`}
      // Enter sends a form whose button cannot be pressed.
      onSubmit={(valid) => (risks.blockedReason === null ? submit(valid) : undefined)}
      retries="change"
      submitError={error}
      aside={
        <TrustChangePreview
          before={before}
          after={values}
          changes={changes}
          parentName={parentName}
          kind={trustKey.parent.kind}
          warnings={warnings}
          causes={causes}
          github={github}
          onSet={setValue}
        />
      }
      actions={
        <>
          {changes.length > 0 && (
            <PreflightNotes
              hidden={codes}
              request={preflight}
              {...(trustChangeSchema(kind).safeParse(values).success && {
                asked: {
                  wish: {
                    kind: 'change',
                    parent: trustKey.parent,
                    trustName: trust.name,
                    change: changeRequest(values, base.fingerprint, risks.codes),
                  },
                  what: `a change of ${trust.name}`,
                },
              })}
            />
          )}
          {changes.length > 0 && <RiskTick risks={risks} />}
          <div className={styles.actions}>
            <SubmitButton
              label="Save change"
              busyLabel="Saving"
              busy={form.formState.isSubmitting}
              blockedReason={
                changes.length === 0 ? 'Nothing differs from what Azure stores.' : risks.blockedReason
              }
            />
            <Button onClick={end}>Cancel</Button>
          </div>
        </>
      }
    >
      <RestoredNote
        restored={draft.restored}
        action="Save change"
        onStartOver={() => {
          draft.clear()
          form.reset()
        }}
      />
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
      <TrustChangeFields
        control={form.control}
        kind={kind}
        causes={causes}
        patternPage={paths.patternCreate({ ...parentSearch(trustKey.parent), issuer, subject })}
        isDescribed={trustKey.parent.kind === 'application'}
      />
    </FormShell>
  )
}
