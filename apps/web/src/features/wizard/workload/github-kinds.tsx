import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { triggerKinds, type TriggerKind } from '../../../components/workload/github-trigger.ts'
import { TriggerChip } from './trigger-chip.tsx'

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  help: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const labels: Readonly<Record<TriggerKind, string>> = {
  environment: 'Environment',
  branch: 'Branch',
  tag: 'Tag',
  'pull-request': 'Pull request',
}

interface GithubKindsProps {
  readonly entity: string
  readonly onChoose: (entity: TriggerKind) => void
}

/** Which kind of runs, where GitHub lists no names to choose from. */
export function GithubKinds({ entity, onChoose }: GithubKindsProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
      className={styles.group}
    >
      <div>
        <div className={styles.label} id={`${id}-label`}>
          Which runs may sign in?
        </div>
        <div className={styles.help} id={`${id}-help`}>
          An environment is the narrowest: its rules decide which jobs get in.
        </div>
      </div>
      <div className={styles.row}>
        {triggerKinds.map((kind) => (
          <TriggerChip
            key={kind}
            group={id}
            chosen={entity === kind}
            label={labels[kind]}
            note=""
            onChoose={() => onChoose(kind)}
          />
        ))}
      </div>
    </div>
  )
}
