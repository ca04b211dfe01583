import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { announce } from '../../components/announcer.tsx'
import { subscriptionNames } from '../../components/inventory/parent-access.ts'
import { isOpen, type Inventory } from '../../components/inventory/inventory-query.ts'
import { useListedTrusts } from '../../components/inventory/use-listed-trusts.ts'
import { useShortcut } from '../../components/shortcuts.ts'
import { EmptyState } from '../../components/state-views.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import type { PlacedMap } from './layout/place-map.ts'
import { AskedBar } from './asked-bar.tsx'
import { MapHead } from './map-head.tsx'
import { mapSvg } from './map-svg.ts'
import { MapToolbar } from './map-toolbar.tsx'
import { upFrom } from './model/focus.ts'
import type { SubscriptionNames } from './model/trust-steps.ts'
import { Legend } from './parts/legend.tsx'
import { MapPicture } from './parts/map-picture.tsx'
import { MapTwin } from './parts/map-twin.tsx'
import { QuestionStrip } from './parts/question-strip.tsx'
import { ownerQuestions } from './questions/owned-subscriptions.ts'
import { fixedQuestions } from './questions/question.ts'
import { useAnswers } from './use-answers.ts'
import { summaryOf, titleOf } from './summary.ts'
import { wayBack } from './way-back.ts'
import { useMap } from './use-map.ts'
import type { IndexedTrusts } from './latest-index.ts'
import { useMapIndex } from './use-map-index.ts'
import { searchOf, type MapAddress } from './use-map-address.ts'

const useStyles = makeStyles({
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
})

interface MapBodyProps {
  readonly inventory: Inventory
  readonly address: MapAddress
}

/** The map of an inventory that holds trusts. */
export function MapBody({ inventory, address }: MapBodyProps) {
  const { index: trusts } = useListedTrusts(inventory, address.of)
  const names = useNames(inventory.parents)
  const isGrowing = inventory.hasMore || isOpen(inventory.scan)
  const indexed = useMapIndex(trusts, names, isGrowing)
  if (indexed === null) return <Skeleton shape="rows" count={8} label="Drawing the map" />
  const isPartial = isGrowing || indexed.trusts.rows.length < inventory.rows.length
  return <IndexedMap indexed={indexed} inventory={inventory} address={address} isPartial={isPartial} />
}

/** The same names stay the same object, however many pages come: with others, everything is taken apart anew. */
function useNames(parents: Inventory['parents']): SubscriptionNames {
  const text = useMemo(() => JSON.stringify([...subscriptionNames(parents.values())]), [parents])
  return useMemo(() => {
    const entries: readonly [string, string][] = JSON.parse(text)
    return new Map(entries)
  }, [text])
}

interface IndexedMapProps {
  readonly indexed: IndexedTrusts
  readonly inventory: Inventory
  readonly address: MapAddress
  /** More trusts are on their way. */
  readonly isPartial: boolean
}

function IndexedMap({ indexed, inventory, address, isPartial }: IndexedMapProps) {
  const styles = useStyles()
  const { trusts, names, index } = indexed
  const { query, lens, depth, of, write } = address
  const model = useMap(trusts, index, address)
  const { focusId } = model
  const owners = useMemo(() => ownerQuestions(trusts.rows, names), [trusts, names])
  const questions = useMemo(() => [...owners.slice(0, 3), ...fixedQuestions], [owners])
  const asked = [...owners, ...fixedQuestions].find((question) => question.query === query)
  const answerOf = useAnswers(trusts, questions)
  const [placed, setPlaced] = useState<PlacedMap | null>(null)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const isTable = address.view === undefined ? isNarrow : address.view === 'table'
  const hrefWith = (change: Parameters<typeof paths.map>[0]) =>
    paths.map({ ...searchOf(address), open: undefined, ...change })
  const hrefOfFocus = (id: string | undefined) => hrefWith({ focus: id })
  const summary = summaryOf(model, trusts.rows.length, isPartial)
  useEffect(() => {
    const timer = setTimeout(() => announce(summary), 700)
    return () => clearTimeout(timer)
  }, [summary])
  useShortcut('Backspace', 'Go up from what is in focus', () => {
    if (model.focus !== null) write({ focus: upFrom(model.focus, model.index), open: undefined })
  })
  const open = (id: string) => {
    const next = new Set(address.open)
    if (!next.delete(id)) next.add(id)
    write({ open: [...next].join(',') || undefined }, 'replace')
  }
  const choose = (id: string) => {
    if (id.endsWith('.rest')) open(id)
    else write({ focus: id === focusId ? undefined : id, open: undefined })
  }
  const exportSvg = () => {
    if (placed === null) return
    saveFile(
      'trust-map.svg',
      'image/svg+xml',
      mapSvg(placed, { title: titleOf(model, asked?.text), summary, lens }),
    )
    announce('Map saved as SVG')
  }
  const toTable = (table: boolean) => write({ view: table ? 'table' : 'picture' }, 'replace')

  return (
    <div className={styles.body}>
      <QuestionStrip
        owners={owners}
        fixed={fixedQuestions}
        answerOf={answerOf}
        query={query}
        hrefOf={(next) => hrefWith({ q: next, focus: undefined })}
      />
      {asked !== undefined && (
        <AskedBar
          question={asked}
          trusts={trusts}
          of={of}
          isPartial={isPartial}
          clearHref={hrefWith({ q: undefined, focus: undefined })}
        />
      )}
      <MapToolbar
        text={query}
        onText={(text) => write({ q: text === '' ? undefined : text }, 'replace')}
        lens={lens}
        lensHref={(next) => paths.map({ ...searchOf(address), lens: next === 'risk' ? undefined : next })}
        depth={depth}
        onDepth={(next) => write({ depth: next }, 'replace')}
        isTable={isTable}
        onTable={toTable}
        onExport={isTable ? null : exportSvg}
      />
      <MapHead
        model={model}
        address={address}
        hrefOf={hrefOfFocus}
        wayBack={wayBack(inventory, model, address)}
        summary={summary}
        isTableForWidth={isNarrow && isTable}
        legend={isTable ? null : <Legend lens={lens} />}
      />
      {model.rows.length === 0 && (asked === undefined || model.focus !== null) ? (
        <EmptyState
          kind="no-match"
          title="Nothing goes this way"
          action={<Button onClick={() => write({ q: undefined, focus: undefined })}>Show everything</Button>}
        >
          No trust fits the filter and what is in focus.
        </EmptyState>
      ) : model.rows.length === 0 ? null : isTable ? (
        <MapTwin model={model} lens={lens} hrefOf={hrefOfFocus} />
      ) : (
        <MapPicture
          view={model.view}
          lens={lens}
          focusId={focusId}
          onChoose={choose}
          onOpen={open}
          onPlaced={setPlaced}
        />
      )}
    </div>
  )
}
