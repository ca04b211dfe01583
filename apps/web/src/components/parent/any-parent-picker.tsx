import { Radio, RadioGroup } from '@fluentui/react-components'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApplicationPicker } from './application-picker.tsx'
import { IdentityPicker } from './identity-picker.tsx'

interface AnyParentPickerProps {
  readonly picked: TrustParent | null
  readonly onPick: (parent: TrustParent) => void
}

/** Any identity or application, found by typing. */
export function AnyParentPicker({ picked, onPick }: AnyParentPickerProps) {
  const [side, setSide] = useState<TrustParent['kind']>(picked?.kind ?? 'managedIdentity')
  return (
    <>
      <RadioGroup
        layout="horizontal"
        aria-label="Kind"
        value={side}
        onChange={(_, { value }) => setSide(value === 'application' ? 'application' : 'managedIdentity')}
      >
        <Radio value="managedIdentity" label="Managed identity" />
        <Radio value="application" label="Application" />
      </RadioGroup>
      {side === 'application' ? (
        <ApplicationPicker error={null} onPick={onPick} />
      ) : (
        <IdentityPicker subscriptionId={null} error={null} onPick={onPick} picked={picked} />
      )}
    </>
  )
}
