/** The public address of this installation, for work that no request asked for: links in mail, where others report to. */
let address: string | null = null

/** Once per process, at start. Without a slash at the end. */
export function useAddress(url: string): void {
  address = url
}

export const publicAddress = (): string => address ?? 'http://127.0.0.1:4700'
