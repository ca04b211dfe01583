import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'
import { commitOf, nodeId } from './github-shapes.ts'

/** In the order of their names, all at once: the reference names no pages. */
export const listMatchingRefs = repositoryOperations({
  id: 'github/list-matching-refs',
  method: 'GET',
  path: '/git/matching-refs/{ref*}',
  summary: 'Branches (`heads/`) and tags (`tags/`) whose names start with a text, in its exact case',
  source: 'https://docs.github.com/rest/git/refs#list-matching-references',
  answer: (call) => {
    const repository = repositoryInPath(call)
    const wanted = `refs/${call.request.params.ref ?? ''}`
    const refs = [
      ...repository.branches.map(({ name }) => `refs/heads/${name}`),
      ...repository.tags.map((name) => `refs/tags/${name}`),
    ]
    const url = `${call.base}/repos/${repository.owner}/${repository.name}`
    return {
      status: 200,
      body: refs
        .filter((ref) => ref.startsWith(wanted))
        .toSorted()
        .map((ref) => ({
          ref,
          node_id: nodeId('REF', repository.id),
          url: `${url}/git/${ref}`,
          object: { ...commitOf(repository, ref, call.base), type: 'commit' },
        })),
    }
  },
})
