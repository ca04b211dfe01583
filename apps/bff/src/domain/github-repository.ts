import type { GithubRepository, GithubRepositoryPath } from '@trustwright/shared-schemas'
import type { FoundRepository, Github, GithubAsk } from '../github-port.ts'
import { readSubject } from './github-subject.ts'

/** The repository in GitHub's own case and under its present name, and how its subjects are made. */
export async function readRepository(
  github: Github,
  ask: GithubAsk,
  asked: GithubRepositoryPath,
): Promise<GithubRepository> {
  const found = await github.readRepository(ask, asked)
  const subject = await readSubject(github, ask, found)
  const isSame = fullName(found).toLowerCase() === fullName(asked).toLowerCase()
  return {
    ...found,
    renamedFrom: isSame ? null : fullName(asked),
    subject,
    because: isWhole(found) ? null : 'not-told',
  }
}

function fullName({ owner, name }: GithubRepositoryPath): string {
  return `${owner}/${name}`
}

function isWhole(found: FoundRepository): boolean {
  return Object.values(found).every((value) => value !== null)
}
