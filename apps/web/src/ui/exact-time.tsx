import { Tooltip, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  time: {
    whiteSpace: 'nowrap',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

interface ExactTimeProps {
  /** ISO 8601; absent when only words are known. */
  readonly at?: string
  readonly text: string
  readonly exact: string
}

/** A relative time whose exact one shows on hover and focus. */
export function ExactTime({ at, text, exact }: ExactTimeProps) {
  const styles = useStyles()
  return (
    <Tooltip content={exact} relationship="description" withArrow>
      {/* The exact time has to be reachable without a mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it carries a description on focus */}
      <time className={styles.time} tabIndex={0} {...(at === undefined ? {} : { dateTime: at })}>
        {text}
      </time>
    </Tooltip>
  )
}
