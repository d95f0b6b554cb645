export * from '../../kernel/shaping/completion.ts'
