import { Tab, TabList } from '@fluentui/react-components'
import type { TrustKey } from '../../../paths.ts'

interface TrustChoiceProps {
  readonly trusts: readonly TrustKey[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** Which of several trusts, such as the one for plan and the one for apply. */
export function TrustChoice({ trusts, chosen, onChoose }: TrustChoiceProps) {
  if (trusts.length < 2) return null
  return (
    <TabList
      aria-label="Trust"
      size="small"
      selectedValue={chosen}
      onTabSelect={(_, { value }) => onChoose(Number(value))}
    >
      {trusts.map(({ trustName }, index) => (
        <Tab key={trustName} value={index}>
          {trustName}
        </Tab>
      ))}
    </TabList>
  )
}
