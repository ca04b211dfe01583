/** An application role as a client writes it; `id` is one digit. */
export function appRole(id: string, value: string) {
  return {
    id: `00000000-0000-4000-8000-00000000000${id}`,
    value,
    displayName: value,
    description: value,
    allowedMemberTypes: ['Application'],
  }
}
