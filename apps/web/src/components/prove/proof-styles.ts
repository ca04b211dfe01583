import { makeStyles, tokens } from '@fluentui/react-components'

/** What the sections about proof share. */
export const useProofStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    alignContent: 'start',
    maxWidth: '960px',
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
})
