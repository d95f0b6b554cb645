import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import type { Color } from '../../../contract/definition.ts'

// The look is here and in tokens.css; a room names no colour and no pixel.
const teal: MantineColorsTuple = ['#f0f9f8', '#e3f3f1', '#b5e0db', '#7fcac2', '#4cc9bd', '#2aa398', '#16857e', '#0b6e69', '#095c58', '#064a46']
const grey: MantineColorsTuple = ['#fafaf9', '#f5f5f4', '#e7e5e4', '#d6d3d1', '#a8a29e', '#87807a', '#6b655f', '#57534e', '#292524', '#1c1917']
const dark: MantineColorsTuple = ['#ecebe9', '#d2cfcb', '#a8a39d', '#7d7872', '#3d3a37', '#2e2c2a', '#232120', '#1b1a19', '#141312', '#0e0d0c']
const green: MantineColorsTuple = ['#f2faf5', '#e6f5ec', '#c3e6d1', '#9ad7b3', '#6ed69c', '#2f9e6b', '#127a4e', '#05683f', '#045434', '#033f27']
const blue: MantineColorsTuple = ['#f4f7fe', '#e9f0fc', '#c9dbf8', '#a8c4ff', '#8bb4ff', '#4f83e0', '#2f69cf', '#1d56b8', '#174796', '#113670']
const violet: MantineColorsTuple = ['#f7f5fe', '#f0ecfc', '#ddd3f9', '#cabbff', '#b9a5ff', '#8768e0', '#6d4dd3', '#5b3cc4', '#492fa0', '#372378']
const amber: MantineColorsTuple = ['#fef9f1', '#fdf3e3', '#f8dfb6', '#f4cd88', '#f0b85a', '#c88425', '#a96411', '#8a4f09', '#713f06', '#552f04']
const red: MantineColorsTuple = ['#fff7f6', '#fef0ee', '#fbd0ca', '#ffaa9e', '#ff8a7a', '#e0503f', '#cb3628', '#b42318', '#931c13', '#6f140d']

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver(input) {
    // The accent is dark on light ground and light on dark ground; its ink changes with it.
    if (input.variant === 'filled' && (input.color === undefined || input.color === 'teal')) {
      return { background: 'var(--acc-strong)', hover: 'var(--acc-hover)', color: 'var(--on-acc)', border: '1px solid transparent' }
    }
    return defaultVariantColorsResolver(input)
  },
  colors: { teal, gray: grey, grey, dark, green, blue, violet, amber, red },
  white: '#ffffff',
  black: '#1c1917',
  fontFamily: '"Inter Variable", "Noto Sans", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontWeight: '620', sizes: { h1: { fontSize: '19px', lineHeight: '1.3' }, h2: { fontSize: '16px', lineHeight: '1.35' }, h3: { fontSize: '14px', lineHeight: '1.4' } } },
  fontSizes: { xs: '12px', sm: '13px', md: '13.5px', lg: '15px', xl: '19px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '20px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '7px', lg: '9px', xl: '14px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  shadows: { xs: '0 1px 2px rgb(28 25 23 / 6%)', sm: '0 1px 3px rgb(28 25 23 / 8%)', md: '0 4px 16px rgb(28 25 23 / 12%)', lg: '0 10px 32px rgb(28 25 23 / 16%)' },
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' }, classNames: { root: 'sd-button' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' }, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', radius: 'lg', transitionProps: { duration: 90 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 90 } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 90 }, fz: 'xs' } },
    Modal: { defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } }, classNames: { title: 'sd-title', content: 'sd-modal', header: 'sd-modal' } },
    Drawer: { defaultProps: { transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.35 } }, classNames: { title: 'sd-title', content: 'sd-modal', header: 'sd-modal' } },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } },
    Badge: { defaultProps: { radius: 'xs', size: 'md' }, classNames: { root: 'sd-tag' } },
    Avatar: { classNames: { placeholder: 'sd-face' } },
    Kbd: { defaultProps: { size: 'xs' }, classNames: { root: 'sd-kbd' } },
    Input: { classNames: { wrapper: 'sd-input' } },
    InputWrapper: { classNames: { label: 'sd-label' } },
  },
})

/** Mantine's own variables follow our tokens, so both schemes come from one table of colours. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--mut)',
    '--mantine-color-placeholder': 'var(--mut)',
    '--mantine-color-anchor': 'var(--acc)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--soft)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-disabled': 'var(--soft)',
    '--mantine-color-disabled-color': 'var(--faint)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-light': 'var(--acc-bg)',
    '--mantine-primary-color-light-color': 'var(--acc)',
    '--mantine-primary-color-contrast': 'var(--on-acc)',
  }
  const tints = Object.fromEntries(
    Object.entries(palette).flatMap(([name, token]) => [
      [`--mantine-color-${name}-light`, `var(--${token}-bg)`],
      [`--mantine-color-${name}-light-hover`, `var(--${token}-bg)`],
      [`--mantine-color-${name}-light-color`, `var(--${token})`],
      [`--mantine-color-${name}-text`, `var(--${token})`],
    ]),
  )
  return { variables: {}, light: { ...both, ...tints }, dark: { ...both, ...tints } }
}

/** Name of the palette in tokens.css: `--green`, `--green-bg`. */
export const palette: Record<Color, string> = { grey: 'grey', teal: 'acc', green: 'green', blue: 'blue', violet: 'violet', amber: 'amber', red: 'red' }

/** Below this the phone design holds; below the second, navigation folds to icons. */
export const phoneWidth = '(max-width: 719px)'
export const narrowWidth = '(max-width: 1099px)'

/** The server puts a fresh nonce into the page; styles made in the browser must carry it. */
export const styleNonce = (): string => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
