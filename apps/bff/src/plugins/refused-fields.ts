import type { Problem } from '@trustwright/shared-schemas'
import type { ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import * as z from 'zod'

type Validation = Pick<ZodFastifySchemaValidationError, 'instancePath' | 'message' | 'params'>
type Fields = NonNullable<Problem['fields']>

/** A longer name is no field that was misspelt: it may be a value, even a token, that went to the wrong place. */
const longestName = 40
/** zod's issue for fields that a strict object does not have. */
const UnknownKeys = z.looseObject({ keys: z.array(z.string()) })
const Issue = z.looseObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })
/** zod's issue for a value that fits none of several shapes: what each of them has against it. */
const NoShape = z.looseObject({ errors: z.array(z.array(Issue)).min(1) })

/** The fields that a refused value names. Of several shapes the one counts that the value comes nearest to. */
export function refusedFields({ instancePath, message, params }: Validation): Fields {
  const path = instancePath.split('/').filter((part) => part !== '')
  const shapes = NoShape.safeParse(params)
  if (shapes.success) {
    const [nearest = []] = shapes.data.errors.toSorted((one, other) => one.length - other.length)
    return nearest.flatMap(({ path: below, message: why, ...rest }) =>
      fieldsOf([...path, ...below.map(String)], why, rest),
    )
  }
  return fieldsOf(path, message, params)
}

function fieldsOf(path: readonly string[], message: string | undefined, params: unknown): Fields {
  const unknown = UnknownKeys.safeParse(params)
  if (!unknown.success) return [{ path: path.join('.'), message: message ?? 'This value breaks a rule.' }]
  return unknown.data.keys.map((key) => ({
    path: [...path, key.length > longestName ? '(a long name)' : key].join('.'),
    message: 'There is no such field here. Leave it out.',
  }))
}
