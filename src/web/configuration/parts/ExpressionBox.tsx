export { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
