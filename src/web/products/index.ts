/** The catalogue on the screen: what a structure consists of, configuring it, prices side by side. */
export { products } from './room.ts'
