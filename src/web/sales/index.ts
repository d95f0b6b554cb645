/** The selling process on the screen: the path of a deal, where the quarter will end, how the process works, and its settings. */
export { sales } from './room.ts'
