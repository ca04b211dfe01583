import { type Cause, causeOf } from '../../cause.ts'
import { ageOf, isNotFound, youngSeconds } from '../../parent-age.ts'
import type { WriteView } from '../../write-view.ts'
import { limits } from '@trustwright/shared-schemas'
import { refusedWrite, writeFailureOf } from '../../write/write-failure.ts'

/** Azure’s answer to the write, as one cause; null when there is none, or no refusal. */
export function upstream(write: WriteView): Cause | null {
  const answer = write.context.upstream
  if (answer === undefined || (answer.status !== undefined && answer.status < 300)) return null
  return refined(write, writeFailureOf(answer) ?? refusedWrite(answer))
}

/** The same answer, said with what is known of draft and parent. */
function refined({ draft, context }: WriteView, cause: Cause): Cause {
  const { family: _family, code, ...rest } = cause
  if (code === 'name-characters' && (draft.name?.length ?? 0) > limits.nameMaxLength) {
    const text = `Azure refused the name as too long: ${limits.nameMaxLength} characters are allowed.`
    return causeOf('name-length', { ...rest, text })
  }
  if (!isNotFound(code)) return cause
  const age = ageOf(context)
  if (age === null) return cause
  if (age <= youngSeconds) return code === 'parent-missing' ? causeOf('parent-not-visible', rest) : cause
  if (code !== 'parent-not-visible') return cause
  const text =
    'Azure does not find the identity: it is old enough to be visible, so it was deleted, or the ID is another one.'
  return causeOf('parent-missing', {
    ...rest,
    certainty: 'certain',
    text,
    fix: 'Check name, group and subscription of the identity.',
  })
}
