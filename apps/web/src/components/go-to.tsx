import { useEffect } from 'react'
import { useGo } from './app-link.tsx'

/** Another page is the right one for what the address names; Back does not return to this one. */
export function GoTo({ href }: { readonly href: string }) {
  const go = useGo()
  useEffect(() => {
    go(href, { replace: true })
    // oxlint-disable-next-line react/exhaustive-deps -- once for an address; `go` is another one each time
  }, [href])
  return null
}
