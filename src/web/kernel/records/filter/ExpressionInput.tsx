import { useState } from 'react'
import type { ObjectView } from '../../../../contract/records.ts'
import { say } from '../../../../contract/text.ts'
import type { Place } from '../../../../expression/language.ts'
import { parse } from '../../../../expression/parse.ts'
import { isProblem, sentence } from '../../api/problem.ts'
import { listRecords } from '../../api/records.ts'
import { useLanguage, useText } from '../../ui/language.ts'
import { texts } from './texts.ts'
import style from './filter.module.css'

interface Fault extends Place {
  sentence: string
}

/** The condition in the expression language. What is wrong is said and underlined where it is; what is right is taken on Enter or on leaving. */
export function ExpressionInput({ object, where, onDone }: { object: ObjectView; where: string; onDone(where: string): void }) {
  const t = useText()
  const language = useLanguage()
  const [text, setText] = useState(where)
  const [refused, setRefused] = useState<{ text: string; fault: Fault } | null>(null)
  const fault = refused?.text === text ? refused.fault : text.trim() === '' ? null : misread(text, (problem) => say(problem.text, language, problem.values))

  async function take() {
    if (text.trim() === where.trim() || misread(text, () => '') !== null) {
      if (text.trim() === '' && where !== '') onDone('')
      return
    }
    try {
      await listRecords(object.name, { columns: [object.nameField], where: text, limit: 1 })
      onDone(text)
    } catch (error) {
      if (!isProblem(error)) throw error
      const { at, length } = error.problem as { at?: number; length?: number }
      const told = error.problem.fields?.[0]?.message ?? sentence(error, language)
      setRefused({ text, fault: { at: at ?? 0, length: length ?? text.length, sentence: told } })
    }
  }

  return (
    <div className={style.expression}>
      <div className={style.expressionBox}>
        <Marks text={text} fault={fault} />
        <input
          className={style.expressionInput} value={text} onChange={(event) => setText(event.currentTarget.value)} spellCheck={false} autoComplete="off" autoFocus
          placeholder={t(texts.expressionHint)} aria-label={t(texts.expression)} aria-invalid={fault !== null} aria-describedby={fault === null ? undefined : 'expression-fault'}
          onBlur={() => void take()} onKeyDown={(event) => event.key === 'Enter' && void take()}
        />
      </div>
      {fault !== null && (
        <div id="expression-fault" role="status" className={style.fault}>
          {fault.sentence}
        </div>
      )}
    </div>
  )
}

/** The same text under the input, unseen but for the wavy line where the fault is. */
function Marks({ text, fault }: { text: string; fault: Fault | null }) {
  const end = fault === null ? 0 : fault.at + Math.max(1, fault.length)
  return (
    <div className={style.marks} aria-hidden>
      {fault === null ? text : <>{text.slice(0, fault.at)}<mark>{text.slice(fault.at, end) || ' '}</mark>{text.slice(end)}</>}
    </div>
  )
}

function misread(text: string, tell: (problem: NonNullable<ReturnType<typeof parse>['problem']>) => string): Fault | null {
  const { problem } = text.trim() === '' ? { problem: undefined } : parse(text)
  return problem === undefined ? null : { at: problem.at, length: problem.length, sentence: tell(problem) }
}
