/** Writing formatted text: what one sees is what is kept, and only what the type knows can be put in. */
import { useEffect } from 'react'
import { Input } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.css'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { isRefused } from '../characters.ts'
import type { FieldEditProps } from '../web.ts'
import { useSay } from '../web.ts'
import { words } from '../web-texts.ts'
import { keysOf } from '../typed.tsx'
import { type as richText } from './field.ts'
import styles from '../fields.module.css'

const parts = StarterKit.configure({
  code: false, codeBlock: false, horizontalRule: false, heading: { levels: [2, 3] },
  link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto', 'tel'], HTMLAttributes: { target: null, rel: null } },
})

export function RichTextEdit(props: FieldEditProps<'richText'>) {
  const { value, field, frame, onChange, onCommit, autoFocus, disabled } = props
  const say = useSay()
  const { size: _, 'aria-label': named, 'aria-required': required, 'data-autofocus': focused, ...wrapper } = frame
  const editor = useEditor({
    extensions: [parts],
    content: value ?? '',
    editable: !disabled,
    autofocus: autoFocus || focused ? 'end' : false,
    // Styles that it would write into the page itself stand in our sheet: the page takes none but its own.
    injectCSS: false,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': named ?? say(field.label), ...(required ? { 'aria-required': 'true' } : {}) } },
    onUpdate({ editor: written }) {
      const html = written.getHTML()
      const kept = richText.accept(html, field)
      if (isRefused(kept)) onChange(value, { text: html, refusal: kept })
      else onChange(kept)
    },
  })
  // The editor keeps a document of its own; a value that came from elsewhere (taken back, loaded anew) is put into it.
  useEffect(() => {
    const kept = editor === null ? null : richText.accept(editor.getHTML(), field)
    if (editor !== null && !isRefused(kept) && kept !== value) editor.commands.setContent(value ?? '', { emitUpdate: false })
  }, [editor, value, field])
  const labels = {
    boldControlLabel: say(words.bold), italicControlLabel: say(words.italic), underlineControlLabel: say(words.underline), strikeControlLabel: say(words.strike),
    h2ControlLabel: say(words.heading), h3ControlLabel: say(words.subheading), bulletListControlLabel: say(words.bullets), orderedListControlLabel: say(words.numbers),
    blockquoteControlLabel: say(words.quote), linkControlLabel: say(words.link), unlinkControlLabel: say(words.unlink), clearFormattingControlLabel: say(words.plainAgain),
    linkEditorInputLabel: say(words.linkAddress), linkEditorInputPlaceholder: 'https://', linkEditorSave: say(words.save), undoControlLabel: say(words.undo), redoControlLabel: say(words.redo),
  }
  return (
    <Input.Wrapper {...wrapper} labelElement="div" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onCommit?.()} onKeyDown={keysOf(props, () => onCommit?.(), true)}>
      <RichTextEditor editor={editor} labels={labels} className={styles.writing}>
        {!disabled && <Tools />}
        <RichTextEditor.Content className={styles.rich} />
      </RichTextEditor>
    </Input.Wrapper>
  )
}

function Tools() {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.ClearFormatting />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link popoverProps={{ withinPortal: false }} disableTooltips />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  )
}
