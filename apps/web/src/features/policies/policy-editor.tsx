import { Button, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import type { StoredPolicies } from '@trustwright/shared-schemas'
import { useId, useState } from 'react'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PolicyChanges } from './policy-changes.tsx'
import { mergeTheirs } from './merge-theirs.ts'
import { emptyPolicy } from './policy-form.ts'
import { PolicyFields } from './policy-fields.tsx'
import { RefusedPreview } from './refused-preview.tsx'
import { usePolicyEditor } from './use-policy-editor.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'start' },
  field: { width: '100%', maxWidth: '640px' },
})

interface PolicyEditorProps {
  readonly stored: StoredPolicies
  /** An older version to go back to; null for the rules as they are. */
  readonly start: StoredPolicies | null
  readonly onEnd: () => void
}

const knownWords = {
  knownIssuers: [
    'Issuers that somebody vouched for',
    'Findings do not call them unknown. One a line; * is any run of characters.',
  ],
  knownAudiences: ['Audiences in use on purpose', 'Findings do not call them unusual. One a line.'],
} as const
const noteWords = { label: 'Why', help: 'Stands in the list of versions.', optional: true }

/** All rules as one form: nothing holds before it is saved as a whole. */
export function PolicyEditor({ stored, start, onEnd }: PolicyEditorProps) {
  const styles = useStyles()
  const newKey = useId()
  const [made, setMade] = useState(0)
  const [tried, setTried] = useState(false)
  const [isPreviewed, setIsPreviewed] = useState(false)
  const editor = usePolicyEditor(stored, start, onEnd)
  const { base, draft, setDraft, set, problems, save, theirs } = editor
  const canMerge = theirs !== null && mergeTheirs(theirs.before.body, theirs.now.body, draft) !== draft
  const of = (key: string | null) =>
    tried ? problems.filter((problem) => problem.key === key).map(({ message }) => message) : []
  return (
    <form
      className={styles.box}
      aria-label="Rules"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        save.run()
      }}
    >
      {editor.isRestored && (
        <Callout
          intent="information"
          title="What you typed is back"
          actions={
            <Button size="small" onClick={editor.startOver}>
              Start over
            </Button>
          }
        >
          <p>It was kept in this tab, and no rule of it holds before it is saved.</p>
        </Callout>
      )}
      {theirs !== null && (
        <Callout
          intent="warning"
          role="alert"
          title={`${theirs.now.savedBy ?? 'Somebody'} saved version ${theirs.now.version} meanwhile`}
        >
          <p>
            What you typed is kept. This is what they changed. Saving puts your rules in the place of theirs,
            which stay on the list of versions.
          </p>
          <PolicyChanges before={theirs.before.body} after={theirs.now.body} />
          {canMerge && (
            <div>
              <Button
                onClick={() => setDraft((mine) => mergeTheirs(theirs.before.body, theirs.now.body, mine))}
              >
                Take over what I did not touch
              </Button>
            </div>
          )}
        </Callout>
      )}
      {draft.policies.map((policy) => (
        <PolicyFields
          key={policy.key}
          policy={policy}
          errors={of(policy.key)}
          onChange={(next) =>
            setDraft((before) => ({
              ...before,
              policies: before.policies.map((other) => (other.key === next.key ? next : other)),
            }))
          }
          onRemove={() =>
            setDraft((before) => ({
              ...before,
              policies: before.policies.filter(({ key }) => key !== policy.key),
            }))
          }
        />
      ))}
      <div>
        <Button
          onClick={() => {
            setMade(made + 1)
            setDraft((before) => ({
              ...before,
              policies: [...before.policies, emptyPolicy(`${newKey}${made}`)],
            }))
          }}
        >
          Add a rule
        </Button>
      </div>
      <Fold summary="Known issuers and audiences">
        <div className={styles.box}>
          {(['knownIssuers', 'knownAudiences'] as const).map((name) => (
            <FieldFrame
              key={name}
              name={name}
              label={knownWords[name][0]}
              help={knownWords[name][1]}
              error={undefined}
            >
              <Textarea
                {...describedBy(name, { label: knownWords[name][0], help: knownWords[name][1] }, undefined)}
                className={styles.field}
                rows={3}
                spellCheck={false}
                value={draft[name]}
                onChange={(_, { value }) => setDraft((before) => ({ ...before, [name]: value }))}
              />
            </FieldFrame>
          ))}
        </div>
      </Fold>
      <section className={styles.section}>
        <h2 className={styles.title}>What changes</h2>
        {set === null ? (
          <Callout
            intent="warning"
            title={`${counted(problems.length, 'part')} of the rules ${problems.length === 1 ? 'needs' : 'need'} a change first`}
          >
            {problems.map(({ key, message }) => (
              <p key={`${key ?? ''} ${message}`}>
                {`${draft.policies.find((policy) => policy.key === key)?.title || 'A rule'}: ${message}`}
              </p>
            ))}
          </Callout>
        ) : (
          <>
            <PolicyChanges before={base.body} after={set} />
            {isPreviewed ? (
              <RefusedPreview body={set} />
            ) : (
              <div>
                <Button onClick={() => setIsPreviewed(true)}>Try them on today’s trusts</Button>
              </div>
            )}
          </>
        )}
      </section>
      <FieldFrame name="policies-note" {...noteWords} error={undefined}>
        <Input
          {...describedBy('policies-note', noteWords, undefined)}
          className={styles.field}
          maxLength={500}
          value={editor.note}
          onChange={(_, { value }) => editor.setNote(value)}
        />
      </FieldFrame>
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div className={styles.buttons}>
        <SubmitButton
          label={theirs === null ? 'Save the rules' : `Save over version ${theirs.now.version}`}
          busyLabel="Saving"
          busy={save.isPending}
          blockedReason={set === null && tried ? 'A rule needs a change first.' : null}
        />
        <Button onClick={editor.end}>Cancel</Button>
      </div>
    </form>
  )
}
