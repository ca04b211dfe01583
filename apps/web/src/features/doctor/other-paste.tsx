import type { PasteReading } from '@trustwright/federation'
import { useEffect, useState } from 'react'
import { AppLink } from '../../components/app-link.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import type { Examination } from './examine.ts'

const load = () => import('../../lib/paste-reader.ts')

/** A text that is neither an error nor a token: what it is instead, and what to paste. */
export function OtherPaste({
  text,
  found: { causes },
}: {
  readonly text: string
  readonly found: Examination
}) {
  const cloud = useCloud()
  const [reading, setReading] = useState<PasteReading | null>(null)
  useEffect(() => {
    let isCurrent = true
    void load()
      .then(({ understandPaste }) => understandPaste(text, { cloud, hosts: { github: [] } }))
      // Without the reader of pastes the answer below stands by itself.
      .catch(() => null)
      .then((found) => (isCurrent ? setReading(found) : undefined))
    return () => {
      isCurrent = false
    }
  }, [text, cloud])
  const [cause] = causes
  const isKnown = reading !== null && !['nothing', 'error', 'token'].includes(reading.kind)
  return (
    <section aria-label="Result">
      <Callout intent="warning" title={cause?.text ?? 'There is nothing to read in it.'}>
        <p>{cause?.fix}</p>
        {isKnown && 'understood' in reading && (
          <p>
            It was understood as: {reading.understood}. Nothing failed there;{' '}
            <AppLink href={paths.trustCreate()}>begin a trust with it</AppLink> instead.
          </p>
        )}
      </Callout>
    </section>
  )
}
