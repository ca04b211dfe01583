import type { BrandVariants } from '@fluentui/react-components'

/** Deep teal, from darkest to lightest. `brand-contrast` tests hold the ratios that WCAG 2.2 asks for. */
export const brand: BrandVariants = {
  10: '#021719',
  20: '#052528',
  30: '#073237',
  40: '#093f45',
  50: '#0a4b52',
  60: '#0b575f',
  70: '#0c636c',
  80: '#0d6f79',
  90: '#1d858f',
  100: '#2f9ba6',
  110: '#48aeb8',
  120: '#65bdc6',
  130: '#88ced5',
  140: '#aadde2',
  150: '#caebee',
  160: '#e8f6f7',
}
