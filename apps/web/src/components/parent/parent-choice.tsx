import { makeStyles, tokens } from '@fluentui/react-components'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useEffect, useRef } from 'react'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import { ChoiceLinks } from '../choice-links.tsx'
import { ApplicationPicker } from './application-picker.tsx'
import { ChosenParent } from './chosen-parent.tsx'
import { IdentityPicker } from './identity-picker.tsx'
import type { ParentSearch } from './parent-of-search.ts'
import { useParentAddress } from './use-parent-address.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

interface ParentChoiceProps {
  /** What `parentOfSearch` read from the address. */
  readonly choice: ParentSearch
  /** What is wrong with the choice; null when nothing. */
  readonly error: string | null
}

/**
 * Whom the workload becomes: the chosen identity or application with its trusts, room and missing rights, or the lists to
 * choose from. The choice lives in the address of the page, whichever that is.
 */
export function ParentChoice({ choice, error }: ParentChoiceProps) {
  const styles = useStyles()
  const section = useRef<HTMLElement>(null)
  const isChosen = choice.parent !== null
  const wasChosen = useRef(isChosen)
  // What was pressed is gone with the choice, so the focus goes to what stands in its place.
  useEffect(() => {
    if (wasChosen.current === isChosen) return
    wasChosen.current = isChosen
    section.current?.querySelector('a')?.focus()
  }, [isChosen])
  return (
    <section ref={section} className={styles.section} aria-label="Identity">
      <h2 className={styles.title}>Identity</h2>
      {choice.parent === null ? (
        <Picker side={choice.side} subscriptionId={choice.subscriptionId} error={error} />
      ) : (
        <ChosenParent parent={choice.parent} />
      )}
    </section>
  )
}

interface PickerProps {
  readonly side: TrustParent['kind']
  readonly subscriptionId: string | null
  readonly error: string | null
}

function Picker({ side, subscriptionId, error }: PickerProps) {
  const { addressOfSide } = useParentAddress()
  const isApplication = side === 'application'
  return (
    <>
      <ChoiceLinks
        label="What the workload signs in as"
        look="segments"
        choices={[
          {
            text: 'Managed identity',
            href: addressOfSide('managedIdentity'),
            current: !isApplication,
            icon: <ManagedIdentityMark />,
          },
          {
            text: 'Application',
            href: addressOfSide('application'),
            current: isApplication,
            icon: <ApplicationMark />,
          },
        ]}
      />
      {isApplication ? (
        <ApplicationPicker error={error} />
      ) : (
        <IdentityPicker subscriptionId={subscriptionId} error={error} />
      )}
    </>
  )
}
