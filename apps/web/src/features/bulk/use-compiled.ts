import type { Cloud } from '@trustwright/federation'
import { useEffect, useMemo, useState } from 'react'
import type { WantedRow } from './bulk-row.ts'
import { compileInSlices, rowsOfSlice } from './compile-in-slices.ts'
import { compileRow, type CompiledRow } from './compile-row.ts'

const none: readonly CompiledRow[] = []

interface Compiled {
  readonly rows: readonly CompiledRow[]
  /** True while they are those of a moment ago. */
  readonly isBehind: boolean
}

/** The trusts that rows ask for: few at once, many in slices that leave the page its time. */
export function useCompiled(wanted: readonly WantedRow[], cloud: Cloud): Compiled {
  const isLittle = wanted.length <= rowsOfSlice
  const few = useMemo(
    () => (isLittle ? wanted.map((row) => compileRow(row, cloud)) : none),
    [isLittle, wanted, cloud],
  )
  const [many, setMany] = useState<{ of: readonly WantedRow[]; rows: readonly CompiledRow[] } | null>(null)
  useEffect(() => {
    if (isLittle) return undefined
    const controller = new AbortController()
    async function compile() {
      const rows = await compileInSlices(wanted, cloud, controller.signal)
      if (rows !== null) setMany({ of: wanted, rows })
    }
    void compile()
    return () => controller.abort()
  }, [isLittle, wanted, cloud])
  return isLittle
    ? { rows: few, isBehind: false }
    : { rows: many?.rows ?? none, isBehind: many?.of !== wanted }
}
