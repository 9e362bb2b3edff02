import {
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Modal,
  mergeThemeOverrides,
  NumberInput,
  PasswordInput,
  Popover,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'

/** The one accent: ink blue. The steps mirror `theme.css`, which is what the page really uses. */
const ink: MantineColorsTuple = [
  '#eef4fb',
  '#d9e6f4',
  '#b3cdea',
  '#89b1de',
  '#6698d3',
  '#3f7cc0',
  '#1f62ab',
  '#1a5594',
  '#15467b',
  '#103861',
]

const quick = { transition: 'fade', duration: 120 } as const

/** Behaviour of Mantine's parts. Colours and sizes stand in `theme.css`: nothing is written into the page (SEC2). */
const base = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    // Every field of our forms is needed: a star on each would say nothing.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { withAsterisk: false } }),
    // Locking the scroll writes a style element, which the content policy refuses; our page never scrolls as a whole.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, transitionProps: quick, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, transitionProps: quick } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: quick, shadow: 'md', withinPortal: true } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: quick, shadow: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: quick, withArrow: true } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({
      defaultProps: { size: 'sm', allowDeselect: false, comboboxProps: { transitionProps: quick } },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
  },
})

/** What the buttons without words say of themselves. */
export type ThemeWords = Readonly<{ close: string; showPin: string }>

/** The theme in the language of the interface. */
export function makeTheme({ close, showPin }: ThemeWords): MantineThemeOverride {
  const closing = { closeButtonProps: { 'aria-label': close } }
  return mergeThemeOverrides(base, {
    components: {
      Modal: { defaultProps: closing },
      Drawer: { defaultProps: closing },
      Notification: { defaultProps: closing },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPin } } },
    },
  })
}
