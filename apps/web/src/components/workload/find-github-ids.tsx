import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from '../copy-button.tsx'
import { findIdsCommand } from './find-ids-command.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: '4px',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
  },
  command: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  help: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** The command that prints both IDs of the repository in the form. */
export function FindGithubIds({
  owner,
  repository,
  host,
}: {
  readonly owner: string
  readonly repository: string
  /** Of another GitHub than github.com. */
  readonly host: string | null
}) {
  const styles = useStyles()
  const command = findIdsCommand(owner, repository, host)
  return (
    <div className={styles.box}>
      <p className={styles.help}>
        Both IDs at once, with the GitHub CLI. They stay the same when a name changes.
      </p>
      <div className={styles.line}>
        <code className={styles.command}>{command}</code>
        <CopyButton value={command} what="command" />
      </div>
    </div>
  )
}
