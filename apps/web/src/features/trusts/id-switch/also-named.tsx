import { makeStyles } from '@fluentui/react-components'
import type { IdSwitch } from '@trustwright/shared-schemas'
import { AppLink } from '../../../components/app-link.tsx'
import { useParentName } from '../../../components/parent/use-parent-name.ts'
import { counted } from '../../../lib/words.ts'
import { paths, type TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
})

const most = 8

/** GitHub switches a repository as a whole: which other trusts of it would stop, and whether anybody looked. */
export function AlsoNamed({
  found: { alsoNamed, isInventoryRead, repository },
}: {
  readonly found: IdSwitch
}) {
  const styles = useStyles()
  if (alsoNamed.length === 0) {
    if (isInventoryRead) return null
    return (
      <Callout intent="information" title={`Nobody knows which other identities trust ${repository ?? ''}`}>
        <p>
          GitHub switches a repository as a whole. <AppLink href={paths.trusts()}>Read your trusts</AppLink>{' '}
          first: those that name it without IDs stop at the same moment.
        </p>
      </Callout>
    )
  }
  return (
    <Callout
      intent="warning"
      title={`${counted(alsoNamed.length, 'other trust')} of ${repository ?? ''} would stop at GitHub’s step`}
    >
      <p>GitHub switches a repository as a whole. Store one with IDs beside each of these first.</p>
      <ul className={styles.list}>
        {alsoNamed.slice(0, most).map((key) => (
          <Named key={paths.trust(key)} trustKey={key} />
        ))}
      </ul>
      {alsoNamed.length > most && <p>And {alsoNamed.length - most} more.</p>}
    </Callout>
  )
}

function Named({ trustKey }: { readonly trustKey: TrustKey }) {
  const name = useParentName(trustKey.parent)
  return (
    <li>
      <AppLink href={paths.trust(trustKey, { switch: '1' })}>{trustKey.trustName}</AppLink> of {name}
    </li>
  )
}
