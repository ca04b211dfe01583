import type { PasteReading } from '@trustwright/federation'

/** Reads what is no plain name, such as an address; null while that part of the page is loading. */
export type Understand = (text: string) => PasteReading

export type ReadRepository =
  | { readonly owner: string; readonly repository: string; readonly problem: null }
  | { readonly owner: null; readonly repository: null; readonly problem: string }

const plain = /^([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))\/([A-Za-z0-9._-]{1,100})$/

/**
 * `contoso/pay-api`, an address of GitHub or a remote of git.
 * https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export function readRepository(text: string, understand: Understand | null): ReadRepository {
  const wanted = text.trim()
  const [, owner, repository] = plain.exec(wanted) ?? []
  if (owner !== undefined && repository !== undefined && !/^\.{1,2}$/.test(repository)) {
    return { owner, repository: repository.replace(/\.git$/, ''), problem: null }
  }
  if (wanted === '') return refuse('Write the repository as owner/name.')
  const reading = understand?.(wanted)
  if (reading?.kind === 'workload' && reading.presetId === 'github-actions') {
    const { owner: found = '', repository: name = '' } = reading.fields
    if (found !== '' && name !== '') return { owner: found, repository: name, problem: null }
  }
  if (reading !== undefined && reading.kind !== 'nothing' && !isGithub(reading)) {
    return refuse(`This is not a GitHub repository (${reading.understood}). Write owner/name.`)
  }
  return refuse('This names no repository. Write owner/name, such as contoso/pay-api.')
}

function isGithub(reading: PasteReading): boolean {
  return reading.kind === 'workload' && reading.presetId === 'github-actions'
}

function refuse(problem: string): ReadRepository {
  return { owner: null, repository: null, problem }
}
