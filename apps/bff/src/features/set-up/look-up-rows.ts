import type { SetUpRequest } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { GithubSays } from '../../domain/github-looks.ts'
import type { Caller } from '../../ports.ts'
import type { SetUpDeps } from './set-up-deps.ts'

/** Rows are looked at before they are judged, so they may hold anything. */
const Naming = z.looseObject({
  trusts: z.array(
    z
      .looseObject({ issuer: z.string().max(2000), subject: z.string().max(2000).nullish() })
      .catch({ issuer: '' }),
  ),
})

/** What GitHub says about the repositories that the rows name, as far as it answers soon. */
export async function lookUpRows(
  { github }: Pick<SetUpDeps, 'github'>,
  caller: Caller,
  rows: SetUpRequest['items'],
): Promise<GithubSays> {
  const trusts = rows.flatMap((row) => Naming.safeParse(row).data?.trusts ?? [])
  return await github.look(caller, trusts)
}
