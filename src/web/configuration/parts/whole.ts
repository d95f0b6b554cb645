export { whole } from '../../kernel/shaping/whole.ts'
