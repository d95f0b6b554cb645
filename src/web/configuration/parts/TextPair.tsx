export { TextPair } from '../../kernel/shaping/TextPair.tsx'
