export interface FlatError {
  readonly name: string
  readonly message: string
}

/** Every message in a form's nested errors with the dotted name of its field, in the order of the form's values. */
export function flatErrors(errors: unknown, at = ''): FlatError[] {
  if (typeof errors !== 'object' || errors === null) return []
  if ('message' in errors && typeof errors.message === 'string' && errors.message !== '') {
    return [{ name: at, message: errors.message }]
  }
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref' && key !== 'types')
    .flatMap(([key, inner]) => flatErrors(inner, at === '' ? key : `${at}.${key}`))
}
