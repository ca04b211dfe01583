import { makeStyles, tokens } from '@fluentui/react-components'
import { explainError } from '@trustwright/federation'
import { SignInAct } from '../../components/sign-in-act.tsx'
import { paths } from '../../paths.ts'
import type { DoctorSearch } from '../../search.ts'
import { isExample } from './examples.ts'

/** A longer way back is refused by the sign-in. */
const longestAddress = 1500

const useStyles = makeStyles({
  note: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  words: { flex: '1 1 320px', color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
})

/** Without a session no trust is known. What an error says goes along through the sign-in; a token does not. */
export function SignInNote({ search, text }: { readonly search: DoctorSearch; readonly text: string }) {
  const styles = useStyles()
  if (isExample(text)) return null
  const { code, quoted } = explainError(text)
  const { issuer, subject, audience } = quoted
  const address = paths.doctor({ ...search, ...(code === null ? {} : { code }), issuer, subject, audience })
  return (
    <div className={styles.note}>
      <SignInAct returnTo={address.length > longestAddress ? paths.doctor() : address}>Sign in</SignInAct>
      <p className={styles.words}>
        Then it is compared with every trust of your tenant. What the error says goes along in the address; a
        token never does: paste it again there.
      </p>
    </div>
  )
}
