import { useForm, useWatch } from 'react-hook-form'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { TrustsProgress } from '../../components/create-trusts/trusts-progress.tsx'
import { ParentChoice } from '../../components/parent/parent-choice.tsx'
import { parentField } from '../../components/parent/parent-field.ts'
import type { ParentSearch } from '../../components/parent/parent-of-search.ts'
import { useParentRoom } from '../../components/parent/use-parent-room.ts'
import { useDraft } from '../../components/use-draft.ts'
import { ClassicPreview } from './classic-preview.tsx'
import { IssuerSection } from './issuer-section.tsx'
import { PatternDetailsSection } from './pattern-details-section.tsx'
import { readPattern, type PatternFormValues } from './pattern-form.ts'
import { patternResolver } from './pattern-issues.ts'
import { blockedReason, labels, planPattern } from './pattern-plan.ts'
import { PatternPreviewPanel } from './pattern-preview-panel.tsx'
import { PatternSupportNotice } from './pattern-support-notice.tsx'
import { wayOf } from './pattern-way.ts'
import { TermsSection } from './terms-section.tsx'
import { useCreatePattern } from './use-create-pattern.ts'
import { usePatternSupport } from './use-pattern-support.ts'
import { WaySection } from './way-section.tsx'

interface PatternCreateFormProps {
  readonly draftPage: string
  readonly start: PatternFormValues
  readonly choice: ParentSearch
}

const noParent = 'Choose the identity or application that the workloads sign in as.'

/** The form of a new pattern, with what it lets in beside it. */
export function PatternCreateForm({ draftPage, start, choice }: PatternCreateFormProps) {
  const { parent } = choice
  const support = usePatternSupport(parent)
  const form = useForm<PatternFormValues>({
    resolver: patternResolver((values) => wayOf(values, support.accepted)),
    defaultValues: start,
    mode: 'onTouched',
    // The summary of errors takes focus instead.
    shouldFocusError: false,
  })
  const draft = useDraft(draftPage, form)
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as PatternFormValues
  const reading = readPattern(values)
  const way = wayOf(values, support.accepted)
  const room = useParentRoom(parent)
  const create = useCreatePattern(form, draft.clear)
  const progress = create.progressOn(parent)
  const plan = planPattern({ values, reading, way: way.way, stored: [...progress.made, ...room.trusts] })

  const missesParent = form.formState.submitCount > 0 && parent === null

  // What was said of the whole pattern was about the terms before.
  function changed() {
    if (form.formState.isSubmitted) void form.trigger('text')
    else form.clearErrors('text')
  }

  async function submit() {
    // The summary of errors says so.
    if (parent === null) return
    const now = planPattern({
      values: form.getValues(),
      reading: readPattern(form.getValues()),
      way: way.way,
      stored: [],
    })
    const described =
      parent.kind === 'application' && values.description !== '' ? { description: values.description } : {}
    if (now.pattern !== null) return create.createPattern(parent, { ...now.pattern, ...described })
    return create.createList(
      parent,
      now.classic.map((trust) => ({ ...trust, ...described })),
      now.classic.length > 1 ? room.trusts : [],
    )
  }

  return (
    <FormShell
      form={form}
      label="New pattern"
      onSubmit={submit}
      submitError={create.error}
      furtherErrors={missesParent ? [{ name: parentField, message: noParent }] : []}
      actions={
        <>
          <TrustsProgress {...progress} />
          <SubmitButton
            {...labels(way.way, plan)}
            busy={form.formState.isSubmitting}
            blockedReason={blockedReason({ parent, room, plan, way: way.way, accepted: support.accepted })}
          />
        </>
      }
      aside={
        <PatternPreviewPanel
          reading={reading}
          view={values.view}
          same={plan.same}
          way={way.way}
          total={plan.classic.length}
          classic={
            way.way === 'list' && plan.expansion !== null ? (
              <ClassicPreview expansion={plan.expansion} wanted={plan.classic} stored={room.trusts} />
            ) : null
          }
        />
      }
    >
      <ParentChoice choice={choice} error={missesParent ? noParent : null} />
      {parent !== null && way.because !== 'issuer' && (
        <PatternSupportNotice parent={parent} state={support} />
      )}
      <IssuerSection form={form} values={values} onChange={changed} />
      <TermsSection form={form} values={values} reading={reading} way={way.way} onChange={changed} />
      <WaySection form={form} way={way} expression={reading.expression} />
      <PatternDetailsSection
        form={form}
        values={values}
        proposal={plan.proposal}
        total={Math.max(1, plan.classic.length)}
        describes={parent?.kind !== 'managedIdentity'}
        sameName={plan.sameName?.name ?? null}
      />
    </FormShell>
  )
}
