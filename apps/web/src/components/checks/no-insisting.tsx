import { makeStyles, tokens } from '@fluentui/react-components'
import { silentFaults, type Cause, type PresetId } from '@trustwright/federation'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
})

interface NoInsistingProps {
  readonly presetId: PresetId
  readonly causes: readonly Cause[]
}

/** For a value that a field refuses: that there is no insisting here, and where there is. */
export function NoInsisting({ presetId, causes }: NoInsistingProps) {
  const styles = useStyles()
  if (silentFaults(causes).length === 0) return null
  return (
    <p className={styles.quiet}>
      {presetId === 'other-issuer'
        ? 'A field refuses this value, so it cannot be stored from here, not even by insisting.'
        : 'The rules of this platform refuse this value, so it cannot be stored from here, not even by insisting. Who must store it chooses “Other issuer”, which takes more.'}
    </p>
  )
}
