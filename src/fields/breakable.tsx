import { Fragment } from 'react'

/** An address that breaks where a person would break it: after @, dots and slashes. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@./])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
