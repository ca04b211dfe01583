import { useEffect, useState } from 'react'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { useGo } from '../../components/app-link.tsx'
import { carriesToken } from './doctor-address.ts'

/** A link with a token in it: it is taken out of the address and the history, and not read. */
export function TokenInAddress() {
  const go = useGo()
  const [isFound] = useState(() => carriesToken(globalThis.location))
  useEffect(() => {
    if (isFound) go(paths.doctor(), { replace: true })
    // oxlint-disable-next-line react/exhaustive-deps -- once, for the address that opened the page
  }, [isFound])
  if (!isFound) return null
  return (
    <Callout intent="warning" role="alert" title="The link carried a token, which was not read">
      <p>
        It is taken out of the address and the history. Addresses end up in logs: treat that token as seen by
        others, and paste one into the box instead.
      </p>
    </Callout>
  )
}
