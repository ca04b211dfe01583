import { makeStyles, tokens } from '@fluentui/react-components'
import type { SetUpParent, TrustParent, TrustRequest } from '@trustwright/shared-schemas'
import { useParentName } from '../../components/parent/use-parent-name.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { counted } from '../../lib/words.ts'
import { nameOfWishParent, storedParent, trustsOfWish, type WishedTrust } from './wish-words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What is asked for, as the line of the first trust that would come of it. */
export function RequestLine({ request: { asked } }: { readonly request: Pick<TrustRequest, 'asked'> }) {
  const styles = useStyles()
  const [first, ...more] = trustsOfWish(asked)
  if (first === undefined) return null
  return (
    <>
      <WishLine trust={first} />
      {more.length > 0 && <span className={styles.quiet}>And {counted(more.length, 'more trust')}.</span>}
    </>
  )
}

const nobody: TrustParent = {
  kind: 'managedIdentity',
  subscriptionId: '',
  resourceGroup: '',
  identityName: '',
}

/** An application that is there is known by its display name. */
export function useWishParentName(parent: SetUpParent): string {
  const stored = storedParent(parent)
  const known = useParentName(stored ?? nobody)
  return stored === null ? nameOfWishParent(parent) : known
}

export function WishLine({
  trust: { parent, issuer, subject, expression },
}: {
  readonly trust: WishedTrust
}) {
  const name = useWishParentName(parent)
  return (
    <TrustLine
      issuer={issuer}
      subject={subject}
      expression={expression}
      identity={{ kind: parent.kind.endsWith('pplication') ? 'application' : 'managedIdentity', name }}
    />
  )
}
