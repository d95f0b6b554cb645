import { useRef, useState } from 'react'
import { fieldSentences, isProblem, sentence } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { enter, type Session } from '../api/session.ts'
import { useLanguage } from '../ui/language.ts'
import type { Secret } from './Enrolment.tsx'

export type SignInStep = 'password' | 'code' | 'enrol' | 'newPassword' | 'recovery'
const steps: Readonly<Record<string, SignInStep>> = { 'session.code_needed': 'code', 'session.codes_required': 'enrol', 'session.new_password_needed': 'newPassword', 'session.wrong': 'password' }

const blank = { mail: '', password: '', code: '', newPassword: '' }

/** E-mail and password, then whatever the server still asks for, one thing at a time. */
export function useSignIn(begun: Partial<typeof blank> = {}) {
  const language = useLanguage()
  const [typed, setTyped] = useState({ ...blank, ...begun })
  const [step, setStep] = useState<SignInStep>('password')
  const [secret, setSecret] = useState<Secret | null>(null)
  const [entered, setEntered] = useState<Session | null>(null)
  const [refusal, setRefusal] = useState<{ general: string | null; fields: Record<string, string> }>({ general: null, fields: {} })
  const [lockedTo, setLockedTo] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  function take(error: unknown) {
    const code = isProblem(error) ? error.problem.code : ''
    const next = code === 'session.wrong_code' ? (secret === null ? 'code' : 'enrol') : steps[code]
    if (isProblem(error, 429)) setLockedTo(Date.now() + Number(error.problem.retryAfter ?? 15) * 1000)
    if (code === 'session.codes_required' && isProblem(error)) setSecret(error.problem as unknown as Secret)
    // That a further answer is needed is no fault of the person's.
    const isAsked = next !== undefined && next !== 'password' && next !== step && code !== 'session.wrong_code'
    // It is looked at only after the new password was asked for, so one may be two steps on.
    if (code === 'session.wrong_code') setTyped((now) => ({ ...now, code: '' }))
    if (next !== undefined) setStep(next)
    const fields = isAsked ? {} : fieldSentences(error)
    setRefusal({ fields, general: isAsked || Object.keys(fields).length > 0 || isProblem(error, 429) ? null : sentence(error, language) })
  }

  async function signIn(): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setRefusal({ general: null, fields: {} })
    try {
      const { mail, password, code, newPassword } = typed
      const body = { email: mail.trim(), password, ...(code.trim() === '' ? {} : { code }), ...(newPassword === '' ? {} : { newPassword }) }
      const session = await request<Session>('POST', '/api/session', { body })
      if (session.recoveryCodes === undefined) return enter(session)
      setEntered(session)
      setStep('recovery')
    } catch (error) {
      take(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  function startAgain() {
    setTyped({ ...blank, mail: typed.mail })
    setStep('password')
    setRefusal({ general: null, fields: {} })
  }
  const set = (change: Partial<typeof blank>) => setTyped({ ...typed, ...change })
  return { typed, set, step, secret, entered, refusal, lockedTo, busy, signIn, startAgain }
}

export type SigningIn = ReturnType<typeof useSignIn>
