/** A network interface's address, as `os.networkInterfaces()` gives it. */
export interface InterfaceAddress {
  address: string
  family: string
  internal: boolean
  mac: string
}

/** Adapters of containers, virtual machines and tunnels: an address there is reached by no phone in the room. */
const VIRTUAL_NAME =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|cali|lxc|podman|tun|tap|utun|wg|ppp|zt|tailscale|nordlynx)|vethernet|virtualbox|vmware|hyper-v|wsl|loopback|tailscale|zerotier|wireguard|openvpn/i
const VIRTUAL_MAC = /^(0a:00:27|00:50:56|00:15:5d|02:42)/i
const WIRELESS_NAME = /^(wl|ath|ra\d|ap\d)|wi-?fi|wireless/i
const LINK_LOCAL = /^169\.254\./

/**
 * The addresses under which other devices of the room may reach this machine, the likeliest first: real adapters before virtual ones,
 * private addresses (RFC 1918) before others, wireless before wired since phones are on it, then 192.168 before 10 before 172.16. Virtual
 * adapters are left out where there is a real one.
 * @param interfaces by name, as `os.networkInterfaces()` gives them
 * @returns IPv4 addresses, each once; empty when the machine is in no network. The order of what is given changes nothing.
 */
export function lanAddresses(interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
      .map(({ address, mac }) => ({
        address,
        order: [
          VIRTUAL_NAME.test(name) || VIRTUAL_MAC.test(mac) ? 1 : 0,
          privateBlock(address) < 0 ? 1 : 0,
          WIRELESS_NAME.test(name) ? 0 : 1,
          privateBlock(address),
        ],
        text: `${name} ${address}`,
      })),
  )
  const inOrder = found.sort((a, b) => byNumbers(a.order, b.order) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const real = inOrder.filter(({ order }) => order[0] === 0)
  return [...new Set((real.length > 0 ? real : inOrder).map(({ address }) => address))]
}

/** Which block of RFC 1918, in the order in which schools and homes use them; -1: none. */
export function privateBlock(address: string): number {
  return [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./].findIndex((block) => block.test(address))
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
