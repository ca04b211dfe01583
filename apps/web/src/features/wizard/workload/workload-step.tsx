import { makeStyles, tokens } from '@fluentui/react-components'
import { presetById } from '@trustwright/federation'
import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { FormShell } from '../../../components/forms/form-shell.tsx'
import { NoInsisting } from '../../../components/checks/no-insisting.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { certaintyWords } from '../../../components/workload/certainty-words.ts'
import { NameAndAudience } from '../../../components/workload/name-and-audience.tsx'
import { PlatformFacts } from '../../../components/workload/platform-facts.tsx'
import {
  followed,
  proposalOf,
  trustFormResolver,
  type TrustFormValues,
} from '../../../components/workload/trust-form.ts'
import { useTrustPreview } from '../../../components/workload/use-trust-preview.ts'
import { withClearParent } from '../identity/clear-parent.ts'
import { clearOf } from '../clear-steps.ts'
import { ClusterPanel } from './cluster-panel.tsx'
import { bodyOfForm, presetIdOf } from '../draft-body.ts'
import { DraftPreview } from '../draft-preview.tsx'
import { FieldsByHand } from './fields-by-hand.tsx'
import { asksForAge, foldedFields, isHostNamed } from './folded-fields.ts'
import { ageQuestionId } from './github-age.tsx'
import { useGithubLookUp } from './github-look-up.ts'
import { GithubWorkload } from './github-workload.tsx'
import { PlatformHead } from './platform-head.tsx'
import { ProjectPanel } from './project-panel.tsx'
import { StepFields } from './step-fields.tsx'
import { kindOfParent, nameOfDraftParent } from '../parent-of-draft.ts'
import { ContinueButton } from '../continue-button.tsx'
import { StepActions } from '../step-actions.tsx'
import { useClusters } from './use-clusters.ts'
import { useProjects } from './use-projects.ts'
import type { Wizard } from '../wizard.ts'
import { nextStep } from '../wizard-steps.ts'
import { startOfForm } from '../start/workload-start.ts'

const useStyles = makeStyles({
  folded: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

const clusterPlatforms: readonly string[] = ['aks', 'kubernetes']

/** Who presents the token: the fields of the platform, filled as far as they can be looked up. */
export function WorkloadStep({ wizard }: { readonly wizard: Wizard }) {
  const styles = useStyles()
  const cloud = useCloud()
  const queries = useQueryClient()
  const outcome = useSearch({ from: '/new/$draftId/$step' }).github
  const { body, change } = wizard
  const kind = kindOfParent(body.parent)
  const form = useForm<TrustFormValues>({
    resolver: trustFormResolver(cloud, kind),
    defaultValues: startOfForm(body, cloud),
    mode: 'onTouched',
    shouldFocusError: false,
  })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as TrustFormValues
  const { presetId } = values
  const fields = values.fields[presetId]
  const preset = presetById(presetId)
  const preview = useTrustPreview(values, cloud, { kind })
  const isGithub = presetId === 'github-actions'
  const isCluster = clusterPlatforms.includes(presetId)
  const [given] = useState(() => ({
    areNamesGiven: (fields['owner'] ?? '') !== '' && (fields['repository'] ?? '') !== '',
    isHostGiven: isHostNamed(fields),
  }))
  const [isAgeMissing, setAgeMissing] = useState(false)
  const isChosen = presetIdOf(body) !== null
  const proposal = proposalOf(values, cloud)
  const lookUp = useGithubLookUp(isGithub ? fields : null, fill)
  const clusters = useClusters(body, fields, isCluster)
  const projects = useProjects(body, fields, presetId === 'hcp-terraform')
  // Who goes on before it is known what the tenant tells would be asked for it.
  const reading =
    clusters.isReading && (fields['issuer'] ?? '') === ''
      ? 'the clusters'
      : projects.isReading && (fields['project'] ?? '') === ''
        ? 'the projects'
        : null
  const asksAge = isGithub && asksForAge(fields, lookUp.repository, lookUp.asking)
  const needsAge = asksAge && (fields['identifiers'] ?? '') === ''

  // What the form holds is what the draft keeps, letter by letter.
  const text = JSON.stringify(bodyOfForm(values, cloud))
  useEffect(() => {
    if (isChosen) change(bodyOfForm(form.getValues(), cloud))
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the form's values, which change in place
  }, [text])

  function follow() {
    const now = form.getValues()
    const { name, audience } = followed(now, proposal, cloud)
    const shouldValidate = form.formState.isSubmitted
    if (name !== now.name) form.setValue('name', name, { shouldValidate })
    if (audience !== now.audience) form.setValue('audience', audience, { shouldValidate })
  }

  function fill(known: Readonly<Record<string, string>>) {
    for (const [key, value] of Object.entries(known)) {
      // Keys come from the preset's own fields.
      const path = `fields.${presetId}.${key}` as FieldPath<TrustFormValues>
      if (form.getValues(path) !== value)
        form.setValue(path, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
    }
    follow()
  }

  async function submit(valid: TrustFormValues) {
    if (needsAge) {
      setAgeMissing(true)
      document.getElementById(ageQuestionId)?.querySelector('input')?.focus()
      return
    }
    const part = bodyOfForm(valid, cloud)
    change(part)
    const settled = await withClearParent(queries, { ...body, ...part }, cloud)
    change({ parent: settled.parent, name: settled.name })
    wizard.go(nextStep('workload', clearOf(settled, cloud)))
  }

  const folded = foldedFields(presetId, fields, {
    repository: lookUp.repository,
    ...given,
    isWorkspaceGiven: projects.isGiven,
    isClusterKnown: clusters.offers?.some(({ cluster }) => cluster.issuer === fields['issuer']) === true,
  })
  // What is not sure is said before the fields; where it comes from may stand after them.
  const isSure = certaintyWords[preset.certainty] === null
  const shared = {
    form,
    presetId,
    kind,
    values: fields,
    warnings: preview.warnings,
    onChange: follow,
    visible: preset.fieldKeys.filter(
      (key) => !folded.includes(key) && !(projects.isAsked && key === 'project'),
    ),
  }
  return (
    <FormShell
      form={form}
      label="Workload"
      onSubmit={submit}
      submitError={null}
      aside={<DraftPreview body={body} atFields={preset.fieldKeys} />}
      actions={
        <>
          {preview.isRefused && <NoInsisting presetId={presetId} causes={preview.causes} />}
          <StepActions wizard={wizard} back="start">
            <ContinueButton
              reading={reading}
              unseen={projects.proposal !== null || (isCluster && clusters.isOneOfSeveral)}
              busy={form.formState.isSubmitting}
            />
          </StepActions>
        </>
      }
    >
      <PlatformHead title={preset.title} />
      {isCluster && <ClusterPanel clusters={clusters} values={fields} onFill={fill} />}
      {projects.isAsked && <ProjectPanel projects={projects} fields={shared} onFill={fill} />}
      {isGithub ? (
        <GithubWorkload
          lookUp={lookUp}
          onFill={fill}
          asksAge={asksAge}
          ageProblem={isAgeMissing && needsAge ? 'Say which it is: no token matches the other form.' : null}
          wizard={wizard}
          outcome={outcome}
          fields={shared}
        />
      ) : (
        <StepFields {...shared} facts={folded.length === 0 && !isSure} />
      )}
      <div className={styles.folded}>
        <NameAndAudience
          form={form}
          proposal={proposal}
          total={preview.total}
          sameName={null}
          parentName={nameOfDraftParent(body.parent)}
          asksForDescription={kind === 'application'}
          folded
        />
        <FieldsByHand {...shared} visible={folded} />
        {folded.length === 0 && isSure && <PlatformFacts preset={preset} />}
      </div>
    </FormShell>
  )
}
