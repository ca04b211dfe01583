import type { DirectoryPrincipal, DirectoryRefusal } from '@trustwright/shared-schemas'
import type { Directory, Person } from '../../directory-port.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'

interface Found {
  readonly principals: DirectoryPrincipal[]
  readonly refused: DirectoryRefusal[]
}

/** People first. What Graph refuses of one kind is told beside the other kind. Throws FORBIDDEN where it refuses both. */
export async function searchDirectory(
  directory: Pick<Directory, 'searchGroups' | 'searchPeople'>,
  caller: Caller,
  text: string,
): Promise<Found> {
  const [people, groups] = await Promise.all([
    orRefused(directory.searchPeople(caller, text)),
    orRefused(directory.searchGroups(caller, text)),
  ])
  if (people instanceof PortalError && groups instanceof PortalError) throw people
  return {
    principals: [
      ...(people instanceof PortalError ? [] : people.map(toPrincipal)),
      ...(groups instanceof PortalError ? [] : groups),
    ],
    refused: [
      ...(people instanceof PortalError ? [refusalOf('person', people)] : []),
      ...(groups instanceof PortalError ? [refusalOf('group', groups)] : []),
    ],
  }
}

async function orRefused<T>(asked: Promise<T>): Promise<T | PortalError> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return error
    throw error
  }
}

function refusalOf(kind: DirectoryRefusal['kind'], { detail, nextStep }: PortalError): DirectoryRefusal {
  return { kind, detail, nextStep }
}

function toPrincipal(person: Person): DirectoryPrincipal {
  return { ...person, kind: 'person' }
}
