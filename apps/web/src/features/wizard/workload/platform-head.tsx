import { makeStyles, tokens } from '@fluentui/react-components'
import { AppLink } from '../../../components/app-link.tsx'
import { paths } from '../../../paths.ts'

const useStyles = makeStyles({
  platform: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'baseline' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** Which platform the fields are of, and the way to another one. */
export function PlatformHead({ title }: { readonly title: string }) {
  const styles = useStyles()
  return (
    <div className={styles.platform}>
      <h2 className={styles.title}>{title}</h2>
      <AppLink href={paths.trustCreate()}>Another platform</AppLink>
    </div>
  )
}
