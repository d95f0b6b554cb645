/** Templates and their documents by name, without a database. */

/** As a file system takes it: 'Oferta OF-2026-0012.docx'. */
export function fileName(template: string, record: string, extension: string): string {
  const name = `${template} ${record}`.replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  return `${name.slice(0, 150).trim() || 'document'}.${extension}`
}
