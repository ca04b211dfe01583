import { useSyncExternalStore } from 'react'
import type { Theme } from '@fluentui/react-components'
import { darkTheme, lightTheme } from '../lib/theme.ts'
import { browserStorage } from '../lib/browser-storage.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'trustwright.theme'
const listeners = new Set<() => void>()
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  prefersDark.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    prefersDark.removeEventListener('change', listener)
  }
}

function readChoice(): ThemeChoice {
  const kept = browserStorage.getItem(storageKey)
  return themeChoices.find((choice) => choice === kept) ?? 'system'
}

/** What the person chose; `system` follows the system while it changes. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readChoice)
}

export function chooseTheme(choice: ThemeChoice): void {
  browserStorage.setItem(storageKey, choice)
  for (const listener of listeners) listener()
}

/** The theme that results from choice and system. */
export function useTheme(): Theme {
  const isDark = useSyncExternalStore(subscribe, () => {
    const choice = readChoice()
    return choice === 'dark' || (choice === 'system' && prefersDark.matches)
  })
  return isDark ? darkTheme : lightTheme
}
