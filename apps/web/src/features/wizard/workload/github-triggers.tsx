import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { GithubRepository } from '@trustwright/shared-schemas'
import { useEffect, useId, useState } from 'react'
import { githubBranchesQuery, githubEnvironmentsQuery, githubTagsQuery } from '../../../api/github-queries.ts'
import { useHeldStill } from '../../../components/access/use-held-still.ts'
import { fieldsOfRepository } from '../../../components/workload/github-facts.ts'
import {
  fieldsOfTrigger,
  templateTellsRuns,
  triggerOf,
  type Trigger,
} from '../../../components/workload/github-trigger.ts'
import { environmentHelp, environmentNames, sameButForCase } from './github-names.ts'
import { TriggerChip } from './trigger-chip.tsx'
import { TriggerSection } from './trigger-section.tsx'

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', minWidth: 0 },
  words: { display: 'grid', rowGap: '2px' },
  label: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  help: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  show: { justifySelf: 'start' },
})

interface GithubTriggersProps {
  readonly repository: GithubRepository
  readonly values: Readonly<Record<string, string>>
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
}

/** Which runs: what the repository really has, to choose instead of typing. */
export function GithubTriggers({ repository, values, onFill }: GithubTriggersProps) {
  const styles = useStyles()
  const id = useId()
  const path = { owner: repository.owner, name: repository.name }
  const [branchSearch, setBranchSearch] = useState('')
  const [tagSearch, setTagSearch] = useState('')
  const [showsTags, setShowsTags] = useState(false)
  const listed = useQuery(githubEnvironmentsQuery(path))
  const branches = useQuery({
    ...githubBranchesQuery(path, useHeldStill(branchSearch, 300)),
    placeholderData: keepPreviousData,
  })
  const chosen = triggerOf(values)
  const wantsTags = showsTags || chosen?.kind === 'tag'
  const tags = useQuery({
    ...githubTagsQuery(path, useHeldStill(tagSearch, 300)),
    enabled: wantsTags,
    placeholderData: keepPreviousData,
  })
  const environments = listed.data?.environments
  const written =
    chosen?.kind === 'environment'
      ? sameButForCase(chosen.name, environments?.map(({ name }) => name) ?? [])
      : null

  function choose(trigger: Trigger) {
    const fields = { ...values, ...fieldsOfTrigger(trigger) }
    const isTemplate = repository.subject.state === 'known' && !repository.subject.usesDefault
    onFill(isTemplate ? fieldsOfRepository(fields, repository) : fieldsOfTrigger(trigger))
  }

  // Azure compares every letter of the environment, and tokens carry GitHub's.
  useEffect(() => {
    if (written !== null) choose({ kind: 'environment', name: written })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when GitHub tells the name
  }, [written])

  const { subject, defaultBranch } = repository
  const keys = subject.state === 'known' && !subject.usesDefault ? subject.claimKeys : null
  if (keys !== null && !templateTellsRuns(keys)) {
    return (
      <p className={styles.help}>
        Its template holds no branch and no environment, so every run may sign in.
      </p>
    )
  }
  const shared = { chosen, group: id, onChoose: choose }
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
      className={styles.group}
    >
      <div className={styles.words}>
        <div className={styles.label} id={`${id}-label`}>
          Which runs may sign in?
        </div>
        <div className={styles.help} id={`${id}-help`}>
          {environmentHelp(listed.data, listed.error)}
        </div>
      </div>
      <TriggerSection
        {...shared}
        kind="environment"
        title="Environments"
        names={environmentNames(environments ?? [])}
        first={null}
        complete={listed.data?.complete ?? true}
      />
      <TriggerSection
        {...shared}
        kind="branch"
        title="Branches"
        names={(branches.data?.names ?? []).map((name) => ({ name, note: '' }))}
        first={defaultBranch}
        complete={branches.data?.complete ?? true}
        onSearch={setBranchSearch}
      />
      {wantsTags ? (
        <TriggerSection
          {...shared}
          kind="tag"
          title="Tags"
          names={(tags.data?.names ?? []).map((name) => ({ name, note: '' }))}
          first={null}
          complete={tags.data?.complete ?? true}
          onSearch={setTagSearch}
          reading={tags.isFetching}
        />
      ) : null}
      <TriggerSection {...shared} kind="pull-request" title="Others" names={[]} first={null} complete>
        <TriggerChip
          group={id}
          chosen={chosen?.kind === 'pull-request'}
          label="Pull request"
          note="every one"
          onChoose={() => choose({ kind: 'pull-request', name: '' })}
        />
        {!wantsTags && (
          <Button
            className={styles.show}
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            onClick={() => setShowsTags(true)}
          >
            A tag…
          </Button>
        )}
      </TriggerSection>
    </div>
  )
}
