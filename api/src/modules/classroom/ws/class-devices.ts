/** What stands for a lesson in this process: hosts, and for each seat the devices that have shown its token. */
interface Desk<S> {
  hosts: Set<S>
  seats: Map<number, Set<S>>
}

/**
 * Devices of this process by lesson and seat. socket.io's rooms know them too, but only by name: to find a lesson's seats one would read the
 * names of all rooms, at every item.
 */
export class ClassDevices<S> {
  private readonly desks = new Map<string, Desk<S>>()

  addHost(lessonId: string, device: S): void {
    this.desk(lessonId).hosts.add(device)
  }

  addSeat(lessonId: string, seat: number, device: S): void {
    const { seats } = this.desk(lessonId)
    const devices = seats.get(seat)
    if (devices) devices.add(device)
    else seats.set(seat, new Set([device]))
  }

  dropHost(lessonId: string, device: S): void {
    const desk = this.desks.get(lessonId)
    desk?.hosts.delete(device)
    this.tidy(lessonId, desk)
  }

  dropSeat(lessonId: string, seat: number, device: S): void {
    const desk = this.desks.get(lessonId)
    const devices = desk?.seats.get(seat)
    devices?.delete(device)
    if (devices?.size === 0) desk?.seats.delete(seat)
    this.tidy(lessonId, desk)
  }

  lessons(): string[] {
    return [...this.desks.keys()]
  }

  has(lessonId: string): boolean {
    return this.desks.has(lessonId)
  }

  hasHost(lessonId: string): boolean {
    return (this.desks.get(lessonId)?.hosts.size ?? 0) > 0
  }

  isHere(lessonId: string, seat: number): boolean {
    return this.desks.get(lessonId)?.seats.has(seat) ?? false
  }

  /** Seats with a device here. */
  seats(lessonId: string): number[] {
    return [...(this.desks.get(lessonId)?.seats.keys() ?? [])]
  }

  /** A copy: whoever goes through it may drop devices meanwhile. */
  of(lessonId: string, seat: number): S[] {
    return [...(this.desks.get(lessonId)?.seats.get(seat) ?? [])]
  }

  private desk(lessonId: string): Desk<S> {
    const known = this.desks.get(lessonId)
    if (known) return known
    const desk: Desk<S> = { hosts: new Set(), seats: new Map() }
    this.desks.set(lessonId, desk)
    return desk
  }

  private tidy(lessonId: string, desk: Desk<S> | undefined): void {
    if (desk && desk.hosts.size === 0 && desk.seats.size === 0) this.desks.delete(lessonId)
  }
}
