/** Templates and the documents made from them: choosing one on a record's page, and the settings where they are kept, checked and tried. */
export { documents } from './room.ts'
