export * from '../kernel/shaping/configuration.ts'
