import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { ObjectId } from './primitives.ts'

/** So many go into one address of a request. */
export const mostNames = 100

/** A person or a group of the tenant. */
export const DirectoryPrincipal = z.strictObject({
  /** In lower case. */
  objectId: z.string(),
  kind: z.enum(['person', 'group']),
  /** Empty where the directory tells the person who asks that it is there, but not its name. */
  displayName: z.string(),
  /** Of a person, where it is told. */
  username: z.string().nullable(),
  /** False for a blocked account; null for a group, and where it is not told. */
  enabled: z.boolean().nullable(),
})
export type DirectoryPrincipal = z.infer<typeof DirectoryPrincipal>

/** Why one kind was not searched, while the other was. */
export const DirectoryRefusal = z.strictObject({
  kind: z.enum(['person', 'group']),
  detail: z.string(),
  nextStep: z.string(),
})
export type DirectoryRefusal = z.infer<typeof DirectoryRefusal>

const NamedIds = z
  .string()
  .transform((text) => [...new Set(text.toLowerCase().split(','))])
  .pipe(z.array(ObjectId).min(1).max(mostNames, 'Name at most 100 object IDs.'))

/** The addresses about people and groups of the directory; a part of `endpoints`. */
export const directoryEndpoints = {
  readDirectoryNames: endpoint({
    operationId: 'readDirectoryNames',
    summary: 'People and groups by their object IDs, separated by commas; who is not there is left out',
    method: 'GET',
    path: '/api/directory/names',
    access: 'signed-in',
    query: z.strictObject({ ids: NamedIds }),
    status: 200,
    reply: z.strictObject({ principals: z.array(DirectoryPrincipal) }),
    errors: ['FORBIDDEN'],
  }),
  searchDirectory: endpoint({
    operationId: 'searchDirectory',
    summary: 'People and groups whose name begins so, the first ten of each',
    method: 'GET',
    path: '/api/directory/search',
    access: 'administrator',
    query: z.strictObject({ search: z.string().trim().min(1).max(100) }),
    status: 200,
    reply: z.strictObject({
      principals: z.array(DirectoryPrincipal),
      refused: z.array(DirectoryRefusal),
    }),
    errors: ['FORBIDDEN'],
  }),
} as const
