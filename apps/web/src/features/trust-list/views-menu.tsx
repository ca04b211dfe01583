import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Bookmark20Regular, Save20Regular } from '@fluentui/react-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { viewEndpoints, type SavedView } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { AppLink } from '../../components/app-link.tsx'
import { announce } from '../../components/announcer.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { DropPanel } from '../../ui/drop-panel.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'
import type { Views } from './use-views.ts'
import { viewsQuery } from './view-queries.ts'
import { noView, searchOf, type ViewState } from './view-state.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  panel: { display: 'grid', rowGap: '12px' },
  list: { listStyleType: 'none', display: 'grid', rowGap: '2px' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '32px',
    overflowWrap: 'anywhere',
  },
  title: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface ViewsMenuProps {
  readonly views: Views
  /** What the list shows now. */
  readonly state: ViewState
}

/** Which saved view is open, the others, and saving what shows. */
export function ViewsMenu({ views, state }: ViewsMenuProps) {
  const styles = useStyles()
  const [saving, setSaving] = useState(false)
  const { current, isChanged, isGone } = views
  // With nothing chosen there is nothing to keep.
  const hasSomething = current !== null || state.query + state.sort + state.columns !== ''
  const label = current === null ? 'All trusts' : isChanged ? `${current.name} (changed)` : current.name
  return (
    <div className={styles.bar}>
      <DropPanel label={`View: ${label}`} title="Saved views" icon={<Bookmark20Regular />}>
        <ViewList views={views} />
      </DropPanel>
      {hasSomething && (
        <Button appearance="subtle" icon={<Save20Regular />} onClick={() => setSaving(true)}>
          Save view…
        </Button>
      )}
      {isGone && (
        <span className={styles.quiet}>
          The view of this link is gone, or nobody shares it with you. This is every trust.
        </span>
      )}
      {saving && <SaveViewDialog current={current} state={state} onClose={() => setSaving(false)} />}
    </div>
  )
}

function ViewList({ views: { views, defaultViewId, current } }: Pick<ViewsMenuProps, 'views'>) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { user } = useSession()
  const reload = () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey })
  const choose = useMutation({
    mutationFn: (viewId: string | null) => call(viewEndpoints.chooseDefaultView, { body: { viewId } }),
    onSuccess: async ({ defaultViewId: chosen }) => {
      announce(chosen === null ? 'No view opens by itself' : 'This view opens by itself from now on')
      await reload()
    },
  })
  const remove = useMutation({
    mutationFn: (viewId: string) => call(viewEndpoints.deleteView, { params: { viewId } }),
    onSuccess: async () => {
      announce('View deleted')
      await reload()
    },
  })
  const error = choose.error ?? remove.error
  const groups: readonly (readonly [string, readonly SavedView[]])[] = [
    ['Mine', views.filter(({ shared }) => !shared)],
    ['Shared', views.filter(({ shared }) => shared)],
  ]
  const mayDelete = ({ shared }: SavedView) => !shared || user?.isAdmin === true
  return (
    <div className={styles.panel}>
      <AppLink href={paths.trusts({ view: noView })}>All trusts</AppLink>
      {groups.map(([title, ofGroup]) =>
        ofGroup.length === 0 ? null : (
          <div key={title}>
            <h3 className={styles.title}>{title}</h3>
            <ul className={styles.list}>
              {ofGroup.map((view) => (
                <li className={styles.item} key={view.viewId}>
                  <AppLink href={paths.trusts(searchOf(view))}>
                    {view.name}
                    {view.viewId === defaultViewId ? ' (default)' : ''}
                  </AppLink>
                  {mayDelete(view) && (
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={`Delete view ${view.name}`}
                      disabledFocusable={remove.isPending}
                      onClick={() => remove.mutate(view.viewId)}
                    >
                      Delete
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {views.length === 0 && (
        <p className={styles.quiet}>No view is saved yet. Narrow the list down, then save what shows.</p>
      )}
      {current !== null && (
        <Button
          size="small"
          disabledFocusable={choose.isPending}
          onClick={() => choose.mutate(current.viewId === defaultViewId ? null : current.viewId)}
        >
          {current.viewId === defaultViewId
            ? 'No longer open it by itself'
            : `Open ${current.name} by itself`}
        </Button>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
