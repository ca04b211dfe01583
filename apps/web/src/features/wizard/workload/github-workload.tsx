import { type GithubLookUp } from './github-look-up.ts'
import { GithubAccount } from '../../../components/github/github-account.tsx'
import { GithubKinds } from './github-kinds.tsx'
import { GithubPanel } from './github-panel.tsx'
import { GithubTriggers } from './github-triggers.tsx'
import { StepFields, type StepFieldsProps } from './step-fields.tsx'
import type { Wizard } from '../wizard.ts'

interface GithubWorkloadProps {
  readonly lookUp: GithubLookUp
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
  readonly asksAge: boolean
  readonly ageProblem: string | null
  readonly wizard: Wizard
  readonly outcome: string | undefined
  readonly fields: StepFieldsProps
}

const ofRuns = ['environment', 'branch', 'tag', 'template', 'claims']

/** The repository, and then which of its runs. */
export function GithubWorkload(props: GithubWorkloadProps) {
  const { lookUp, onFill, asksAge, ageProblem, wizard, outcome, fields } = props
  const { values, visible } = fields
  const { repository, asking, asked } = lookUp
  const about = { values, onFill }
  return (
    <>
      <GithubPanel
        {...about}
        lookUp={lookUp}
        asksAge={asksAge}
        ageProblem={ageProblem}
        wizard={wizard}
        outcome={outcome}
      />
      <StepFields {...fields} visible={visible.filter((key) => !ofRuns.includes(key))} />
      {repository !== null && <GithubTriggers {...about} repository={repository} />}
      {repository === null && !(asking && asked !== null) && (
        <GithubKinds entity={values['entity'] ?? ''} onChoose={(entity) => onFill({ entity })} />
      )}
      <StepFields {...fields} visible={visible.filter((key) => ofRuns.includes(key))} />
      <GithubAccount />
    </>
  )
}
