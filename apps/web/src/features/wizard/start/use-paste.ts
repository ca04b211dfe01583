import { useQuery } from '@tanstack/react-query'
import type { Cloud, PasteReading } from '@trustwright/federation'
import { useEffect, useMemo, useState } from 'react'
import { githubConnectionQuery } from '../../../api/github-queries.ts'
import { ownGithubHost } from '../../../components/workload/asked-github.ts'

/** More than is read, and little enough for a field: megabytes would stop the browser for a minute. */
export const mostPasted = 100_000

export type Paste =
  | { readonly state: 'empty' | 'reading' }
  /** The part of the page that reads pastes did not load. */
  | { readonly state: 'failed' }
  | { readonly state: 'read'; readonly of: string; readonly reading: PasteReading }

const load = () => import('../../../lib/paste-reader.ts')

/** Reads a paste in this browser. The reader comes with the page's idle time: it brings a parser of YAML. */
export function usePaste(text: string, cloud: Cloud): Paste {
  const [paste, setPaste] = useState<Paste>({ state: 'empty' })
  // An Enterprise Server has a name of its own, which only the portal's configuration tells.
  const host = ownGithubHost(useQuery(githubConnectionQuery).data?.webUrl)
  const options = useMemo(() => ({ cloud, hosts: { github: host === null ? [] : [host] } }), [cloud, host])
  useEffect(() => {
    void load().catch(() => undefined)
  }, [])
  useEffect(() => {
    let isCurrent = true
    const tell = (next: Paste) => {
      if (isCurrent) setPaste(next)
    }
    if (text.trim() === '') tell({ state: 'empty' })
    else
      load().then(
        ({ understandPaste }) => tell({ state: 'read', of: text, reading: understandPaste(text, options) }),
        () => tell({ state: 'failed' }),
      )
    return () => {
      isCurrent = false
    }
  }, [text, options])
  if (text.trim() === '') return { state: 'empty' }
  return paste.state === 'read' && paste.of !== text ? { state: 'reading' } : paste
}
