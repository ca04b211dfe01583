import { makeStyles, tokens } from '@fluentui/react-components'
import { ActionLink } from '../../../components/action-link.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { shorten } from '../../../lib/shorten.ts'
import { columnWords } from '../map-words.ts'
import type { Focus } from '../model/focus.ts'
import type { NodeIds } from '../model/map-node.ts'
import type { WayBack } from '../way-back.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '36px' },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyleType: 'none',
    columnGap: '8px',
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
  },
  here: { fontWeight: tokens.fontWeightSemibold },
})

interface FocusBarProps {
  readonly focus: Focus
  readonly ids: NodeIds
  /** Address of the map with this in focus; undefined: with nothing. */
  readonly hrefOf: (id: string | undefined) => string
  /** The same trusts in the list; null where its language has no words for them. */
  readonly listHref: string | null
  readonly trustsWords: string
  /** Address of the map that tells who can become Owner here; null where it is no subscription. */
  readonly ownersHref: string | null
  readonly wayBack: WayBack | null
}

/** What is in focus, the groups it lies in, and the way to its trusts. */
export function FocusBar(props: FocusBarProps) {
  const { focus, ids, hrefOf, listHref, trustsWords, ownersHref, wayBack } = props
  const styles = useStyles()
  const { node, above } = focus
  return (
    <div className={styles.bar}>
      <nav aria-label="Focus">
        <ol className={styles.crumbs}>
          <li>
            <AppLink href={hrefOf(undefined)}>Everything</AppLink> <span aria-hidden="true">/</span>
          </li>
          {above.map((group) => (
            <li key={group.at}>
              <AppLink href={hrefOf(ids.of(group))}>{shorten(group.label, 80)}</AppLink>{' '}
              <span aria-hidden="true">/</span>
            </li>
          ))}
          <li className={styles.here} aria-current="true">
            {columnWords[node.column].one} {shorten(node.label, 80)}
            {above.length > 0 && node.detail !== '' && ` · ${shorten(node.detail, 80)}`}
          </li>
        </ol>
      </nav>
      {ownersHref !== null && (
        <ActionLink href={ownersHref} size="small">
          Who can become Owner here?
        </ActionLink>
      )}
      {listHref !== null && (
        <ActionLink href={listHref} size="small">
          Show {trustsWords} in the list
        </ActionLink>
      )}
      {wayBack !== null && (
        <ActionLink href={wayBack.href} size="small">
          {wayBack.text}
        </ActionLink>
      )}
    </div>
  )
}
