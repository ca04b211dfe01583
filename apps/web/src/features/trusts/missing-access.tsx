import type { ParentDetail } from '../../api/parent-queries.ts'
import { NoPermission } from '../../components/state-views.tsx'

/** Says once what is missing for the actions that are disabled; `id` is what they are described by. */
export function MissingAccess({ id, detail }: { readonly id: string; readonly detail: ParentDetail }) {
  const { trustWrite, trustDelete } = detail
  const parts: { to: string; access: ParentDetail['trustWrite'] }[] =
    !trustWrite.allowed && !trustDelete.allowed && trustWrite.role === trustDelete.role
      ? [{ to: 'change or delete this trust', access: trustWrite }]
      : [
          ...(trustWrite.allowed ? [] : [{ to: 'change this trust', access: trustWrite }]),
          ...(trustDelete.allowed ? [] : [{ to: 'delete this trust', access: trustDelete }]),
        ]
  if (parts.length === 0) return null
  return (
    <div id={id}>
      {parts.map(({ to, access }) => (
        <NoPermission key={to} to={to} access={access} />
      ))}
    </div>
  )
}
