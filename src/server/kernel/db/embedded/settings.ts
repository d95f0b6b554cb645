/** How PostgreSQL is set up, from the machine's memory. Durable always; only throw-away clusters of tests are not. */
import { totalmem } from 'node:os'

export function settingsFor(socketFolder: string, throwAway: boolean): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 1024 / 1024)
  const between = (low: number, high: number, value: number) => `${Math.round(Math.min(high, Math.max(low, value)))}MB`
  const common = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '120',
    jit: 'off',
    random_page_cost: '1.1',
    effective_io_concurrency: '64',
    max_locks_per_transaction: '256', // history and the like are partitioned by month
    wal_level: 'minimal', // no replicas of the built-in one: DATABASE_URL is for those
    max_wal_senders: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_lock_waits: 'on',
    log_checkpoints: 'off',
    // Without errors of statements: the program reports them with their trace, and refused doubles alone would fill the disk.
    log_min_messages: 'log',
    cluster_name: 'sedno',
  }
  if (throwAway) {
    // All worlds of a run of tests are open at once, each with its pools.
    return { ...common, max_connections: '800', shared_buffers: '64MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB', checkpoint_timeout: '1h' }
  }
  return {
    ...common,
    shared_buffers: between(64, 4096, megabytes / 6),
    effective_cache_size: between(128, 65_536, megabytes / 2),
    work_mem: between(8, 32, megabytes / 512),
    maintenance_work_mem: between(64, 512, megabytes / 16),
    fsync: 'on',
    synchronous_commit: 'on',
    wal_compression: 'pglz',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.05',
    track_io_timing: 'on',
  }
}
