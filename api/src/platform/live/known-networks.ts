import { Injectable } from '@nestjs/common'

/**
 * Networks behind which many people of one unit were seen before: a school, an office, a hall. Whoever knows of them fills this in; until
 * then none is known. Limits by address are wider there.
 */
@Injectable()
export class KnownNetworks {
  private isOne: (address: string) => boolean = () => false

  fill(isKnown: (address: string) => boolean): void {
    this.isOne = isKnown
  }

  isKnown(address: string): boolean {
    return this.isOne(address)
  }
}
