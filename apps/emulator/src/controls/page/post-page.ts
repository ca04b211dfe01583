import type { Operation } from '../../kernel/operation.ts'
import { armError } from '../../kernel/vendor-errors.ts'
import { controlsPage } from './get-page.ts'
import { pageActions } from './page-actions.ts'

export const postPage: Operation = {
  id: 'controls/post-page',
  method: 'POST',
  path: '/_emulator',
  summary: 'What the forms of the page do: the same as the endpoints beside it, for a person',
  source: 'the emulator itself',
  handle: async (request, world) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
      return armError(
        415,
        'UnsupportedMediaType',
        'This address takes the forms of its page; programs use the others.',
      )
    }
    const form = new URLSearchParams(request.body)
    const name = form.get('do') ?? ''
    const action = Object.hasOwn(pageActions, name) ? pageActions[name] : undefined
    if (!action) return controlsPage(world, request.query, 'The form asks for something that is not known.')
    const problem = await action(form, world)
    if (problem !== undefined) return controlsPage(world, request.query, problem)
    return { status: 303, headers: { location: `/_emulator?done=${name}`, 'cache-control': 'no-store' } }
  },
}
