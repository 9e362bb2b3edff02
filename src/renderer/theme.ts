import {
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
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
export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    // Locking the scroll writes a style element, which the content policy refuses; our page never scrolls as a whole.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: quick, centered: true } }),
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
