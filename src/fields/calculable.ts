/** Types of field whose value can be calculated: one value, written by nobody's hand. */
export const calculable: ReadonlySet<string> = new Set(['text', 'longText', 'number', 'percent', 'money', 'yesNo', 'date', 'time', 'dateTime', 'choice'])
