import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { ChoiceField } from '../../../components/forms/choice-field.tsx'
import { fieldIds } from '../../../components/forms/field-frame.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { defaultProject, type ProjectOffer } from './project-offers.ts'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'
import type { Projects } from './use-projects.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', outline: 'none' },
  reason: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const field = 'project-choice'
const path = 'fields.hcp-terraform.project'
const another = 'another'

interface ProjectPanelProps {
  readonly projects: Projects
  readonly fields: StepFieldsProps
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
}

/** The project of a pasted workspace, which no address tells: those that trusts here name, the usual one, or any other. */
export function ProjectPanel({ projects, fields, onFill }: ProjectPanelProps) {
  const styles = useStyles()
  const { offers, proposal, isReading } = projects
  const { organization = '', workspace = '', project = '' } = fields.values
  const [isOther, setOther] = useState(false)
  const [isTouched, setTouched] = useState(false)
  const known = [
    ...offers.map((offer) => ({ name: offer.project, help: helpOf(offer, workspace) })),
    ...(offers.some((offer) => offer.project === defaultProject)
      ? []
      : [{ name: defaultProject, help: 'Where HCP Terraform puts a workspace when nobody chooses.' }]),
  ]
  // By its place: a name may hold blanks, and the values become parts of IDs.
  const at = known.findIndex(({ name }) => name === project)
  const chosen = isOther || (project !== '' && at < 0) ? another : at < 0 ? '' : `p${String(at)}`
  const error = fields.form.formState.errors.fields?.['hcp-terraform']?.['project']?.message
  const choice = useForm({
    values: { [field]: chosen },
    errors: error === undefined || chosen === another ? {} : { [field]: { type: 'value', message: error } },
  })

  useEffect(() => {
    if (proposal !== null && project === '' && !isTouched) onFill({ project: proposal })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is known: an emptied field stays empty
  }, [proposal])

  if (isReading && project === '' && !isTouched)
    return <Skeleton shape="form" count={3} label="Looking for projects that trusts here name" />
  return (
    // The list of what needs a change leads here, unless the field itself is open.
    <div className={styles.box} tabIndex={-1} {...(chosen === another ? {} : { id: fieldIds(path).input })}>
      <ChoiceField
        control={choice.control}
        name={field}
        label={`Which project is ${organization}/${workspace} in?`}
        help="Its name is part of the subject, and the address does not tell it. HCP Terraform shows it beside the workspace: look there, as no token of another project matches."
        choices={[
          ...known.map(({ name, help }, index) => ({ value: `p${String(index)}`, label: name, help })),
          {
            value: another,
            label: 'Another project',
            below: <StepFields {...fields} visible={['project']} facts={false} />,
          },
        ]}
        onChoice={(value) => {
          setTouched(true)
          setOther(value === another)
          onFill({ project: known.find((_, index) => value === `p${String(index)}`)?.name ?? '' })
        }}
      />
      <div aria-live="polite">
        {proposal !== null && proposal === project && !isTouched && (
          <p className={styles.reason}>
            Why {proposal} is chosen: the trusts of this workspace name it. If it has moved since, choose the
            project it is in now.
          </p>
        )}
      </div>
    </div>
  )
}

function helpOf({ isOfWorkspace, workspaces }: ProjectOffer, workspace: string): string {
  const shown = [...(isOfWorkspace ? [workspace] : []), ...workspaces]
  const names = shown.length > 3 ? [...shown.slice(0, 2), `${String(shown.length - 2)} more`] : shown
  return `Named by trusts of ${names.join(', ')}.`
}
