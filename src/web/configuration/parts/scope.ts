export * from '../../kernel/shaping/scope.ts'
