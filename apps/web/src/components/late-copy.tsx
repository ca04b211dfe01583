import { lazy, Suspense, type ComponentProps } from 'react'
import type { CopyRequest } from './copy-request.tsx'
import type { Identifier } from './identifier.tsx'

/**
 * What copies has a tooltip, which is 15 kB that no first page needs; a failure can be told without it. Where it does not load,
 * as when the connection is what failed, the text stands alone.
 */
const Request = lazy(async () => {
  const late = await import('./copy-request.tsx').catch(() => ({ CopyRequest: Nothing }))
  return { default: late.CopyRequest }
})

const WithButton = lazy(async () => {
  const late = await import('./identifier.tsx').catch(() => ({ Identifier: Plain }))
  return { default: late.Identifier }
})

export function LateCopyRequest(props: ComponentProps<typeof CopyRequest>) {
  return (
    <Suspense>
      <Request {...props} />
    </Suspense>
  )
}

export function LateIdentifier(props: ComponentProps<typeof Identifier>) {
  return (
    <Suspense fallback={<Plain {...props} />}>
      <WithButton {...props} />
    </Suspense>
  )
}

function Plain({ value }: ComponentProps<typeof Identifier>) {
  return <code>{value}</code>
}

const Nothing: typeof CopyRequest = () => <></>
